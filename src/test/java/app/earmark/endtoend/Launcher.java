package app.earmark.endtoend;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built program, started as a person starts it, under the poorest of locales. */
final class Launcher {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path home;
    private final Path streams;
    private int runs;

    Launcher(Path home, Path streams) {
        this.home = home;
        this.streams = streams;
    }

    /** @param out standard output */
    record Result(int exitCode, String out, String err) {

        /** Standard output as the one JSON object it must be. */
        JsonObject json() {
            try {
                return JsonParser.parseString(out).getAsJsonObject();
            } catch (RuntimeException e) {
                throw new AssertionError("not one JSON object: " + out + "\n" + err, e);
            }
        }
    }

    /** A program that runs. */
    record Running(Process process, Path out, Path err) {

        Result await() throws IOException, InterruptedException {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end: " + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        }

        /** As {@code kill -9}. */
        void kill() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        /** As Ctrl-C in a terminal; as a polite kill where whoever started the tests has Ctrl-C ignored. */
        void interrupt() throws IOException, InterruptedException {
            String signal = ignoresInterrupts() ? "-TERM" : "-INT";
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        /** A shell starts its background jobs so, and Java keeps what it inherits. */
        private boolean ignoresInterrupts() throws IOException {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            if (!Files.exists(status)) {
                return false;
            }
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1 << 2 - 1) != 0);
        }
    }

    Result run(Object... arguments) throws IOException, InterruptedException {
        return start(arguments).await();
    }

    Running start(Object... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    /** @param additional variables that this start has besides, or instead of, the usual ones */
    Running start(Map<String, String> additional, Object... arguments) throws IOException {
        String launcher = System.getProperty("earmark.launcher");
        List<String> command = new ArrayList<>(List.of(WINDOWS ? launcher + ".bat" : launcher));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path out = streams.resolve(++runs + ".out");
        Path err = streams.resolve(runs + ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("DISPLAY"));
        environment.put("LANG", "C");
        environment.put("EARMARK_HOME", home.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(additional);
        return new Running(builder.start(), out, err);
    }
}
