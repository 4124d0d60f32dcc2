@echo off
rem Starts Earmark: the window without arguments, the command line with them.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
rem ONNX Runtime would report its use to its makers.
set "ORT_DISABLE_TELEMETRY=1"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %EARMARK_JAVA_OPTS% -cp "%HERE%\lib\*" app.earmark.Main %*
exit /b %ERRORLEVEL%
