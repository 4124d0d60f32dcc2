package app.earmark.cli;

import app.earmark.assembly.SampleSounds;
import app.earmark.testing.Tones;
import app.earmark.testing.WavFile;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A real catalogue of a few real sounds, for tests of what docs/cli.md promises. */
abstract class ScannedSounds {

    static final String DOOR = "DOORWood_Old Door Closes_EARM_DEMO.flac";
    static final String AWKWARD = "a \"quoted\"\nöffnen, =1+1.wav";

    @TempDir
    static Path folder;

    static Path home;
    static Path sounds;
    static CliRun firstScan;

    @BeforeAll
    static void scanSomeSounds() throws IOException {
        home = folder.resolve("home");
        sounds = Files.createDirectories(folder.resolve("sounds")).toRealPath();
        for (SampleSounds.Sample sample : SampleSounds.list()) {
            if (Set.of(DOOR, "BIRDCrow_Crow Calls Once_EARM_DEMO.wav", "Bells/large bell rings out.ogg")
                    .contains(sample.file())) {
                SampleSounds.unpackTo(sounds, sample);
            }
        }
        WavFile.of(Tones.noise(7, 0.3, 1, 48_000), Tones.noise(8, 0.3, 1, 48_000))
                .as(WavFile.Width.S24)
                .write(sounds.resolve(AWKWARD));
        WavFile.of(Tones.constant(0, 1, 44_100)).write(sounds.resolve("silent.wav"));
        Files.createFile(sounds.resolve("empty.wav"));
        firstScan = run("scan", sounds, "--json");
    }

    static CliRun run(Object... arguments) {
        return CliRun.of(home, arguments);
    }

    static Path sound(String name) {
        return sounds.resolve(name);
    }

    static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    static List<String> paths(CliRun run) {
        return objects(run.json().getAsJsonArray("results")).stream()
                .map(hit -> hit.get("path").getAsString())
                .toList();
    }
}
