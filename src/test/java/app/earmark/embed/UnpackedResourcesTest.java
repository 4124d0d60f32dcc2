package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedResourcesTest {

    private static final String IN_A_JAR = "/all-minilm-l6-v2-q-tokenizer.json";

    @TempDir
    Path folder;

    @Test
    void unpacksOnceAndFindsItAgain() throws IOException {
        UnpackedResources resources = new UnpackedResources(folder);
        Path file = resources.unpack("model", List.of(IN_A_JAR)).orElseThrow().resolve(IN_A_JAR.substring(1));
        var first = Files.getLastModifiedTime(file);

        assertThat(file).hasSameBinaryContentAs(copyOfResource());
        assertThat(new UnpackedResources(folder)
                        .unpack("model", List.of(IN_A_JAR))
                        .orElseThrow())
                .isEqualTo(file.getParent());
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(first);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aHalfWrittenFileIsWrittenAgain() throws IOException {
        UnpackedResources resources = new UnpackedResources(folder);
        Path file = resources.unpack("model", List.of(IN_A_JAR)).orElseThrow().resolve(IN_A_JAR.substring(1));
        Files.writeString(file, "cut short");

        resources.unpack("model", List.of(IN_A_JAR));

        assertThat(file).hasSameBinaryContentAs(copyOfResource());
    }

    @Test
    void whereNothingCanBeWrittenTheResourceStaysInItsJar() throws IOException {
        Path occupied = Files.writeString(folder.resolve("file"), "");

        assertThat(new UnpackedResources(occupied).unpack("model", List.of(IN_A_JAR)))
                .isEmpty();
        assertThat(new UnpackedResources(folder).unpack("model", List.of("/no/such/resource")))
                .isEmpty();
    }

    private Path copyOfResource() throws IOException {
        Path copy = folder.resolve("copy.json");
        try (var in = UnpackedResourcesTest.class.getResourceAsStream(IN_A_JAR)) {
            Files.write(copy, in.readAllBytes());
        }
        return copy;
    }
}
