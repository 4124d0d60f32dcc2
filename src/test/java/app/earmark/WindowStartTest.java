package app.earmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WindowStartTest {

    @Test
    void aMissingLibraryIsAnsweredWithThePackagesToInstall() {
        Throwable missing = new RuntimeException(
                "startup failed",
                new UnsatisfiedLinkError("libglassgtk3.so: libXtst.so.6: cannot open shared object file"));

        assertThat(WindowStart.sentence(missing))
                .contains("libXtst.so.6")
                .contains(WindowStart.PACKAGES)
                .doesNotContain("\n");
    }

    @Test
    void aMissingDisplayIsSaidSo() {
        assertThat(WindowStart.sentence(new UnsupportedOperationException("Unable to open DISPLAY")))
                .contains("no display")
                .contains("earmark --help");
    }

    @Test
    void thePackagesAreThoseOfTheReadme() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String[] words = WindowStart.PACKAGES.split(" ");
        assertThat(readme).contains(java.util.Arrays.stream(words).skip(4).toArray(String[]::new));
    }

    @Test
    void theBuildOpensTheWindowOnTheClassPathAsTheLauncherDoes() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .as("as modules, JavaFX refuses ControlsFX its internals and no window opens")
                .contains("<runtimePathOption>CLASSPATH</runtimePathOption>");
    }
}
