package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.Parts;
import app.earmark.assembly.SoundListener;
import app.earmark.assembly.StandardParts;
import app.earmark.testing.Tones;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were scanned are not listened to again, and nobody can tell by the output. */
class ClassifyFromCatalogueTest {

    @TempDir
    Path folder;

    private final List<Path> listened = new CopyOnWriteArrayList<>();
    private Path sounds;

    @BeforeEach
    void makeSounds() throws Exception {
        sounds = folder.resolve("sounds");
        Tones.sineFile(sounds.resolve("a.wav"), 440, 0.5, 22_050);
        Tones.sineFile(sounds.resolve("b.wav"), 880, 0.5, 44_100);
        Files.createFile(sounds.resolve("empty.wav"));
    }

    private CliRun classify() {
        listened.clear();
        return CliRun.with(
                watched(),
                new Interruption(),
                folder.resolve("home"),
                "classify",
                sounds,
                "--labels",
                "rain,bell",
                "--json");
    }

    private Parts watched() {
        Parts parts = new StandardParts();
        return (Parts) Proxy.newProxyInstance(
                Parts.class.getClassLoader(), new Class<?>[] {Parts.class}, (proxy, method, arguments) -> {
                    try {
                        Object made = method.invoke(parts, arguments);
                        return made instanceof SoundListener listener
                                ? (SoundListener) file -> {
                                    listened.add(file.getFileName());
                                    return listener.listen(file);
                                }
                                : made;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void theCataloguesVectorsGiveTheSameAnswer() throws Exception {
        CliRun before = classify();
        assertThat(listened).hasSize(3);
        CliRun.of(folder.resolve("home"), "scan", sounds);

        CliRun after = classify();

        assertThat(listened).containsExactly(Path.of("empty.wav"));
        assertThat(after).isEqualTo(before);

        Tones.sineFile(sounds.resolve("b.wav"), 300, 0.5, 44_100);
        Files.setLastModifiedTime(sounds.resolve("b.wav"), FileTime.fromMillis(1_000_000_000_000L));
        classify();
        assertThat(listened).containsExactlyInAnyOrder(Path.of("b.wav"), Path.of("empty.wav"));
    }

    @Test
    void aCatalogueThatCannotBeReadIsNoHindrance() throws Exception {
        CliRun before = classify();
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/catalogue.db"), "no catalogue at all, but text");
        CliRun after = classify();
        assertThat(listened).hasSize(3);
        assertThat(after).isEqualTo(before);
    }
}
