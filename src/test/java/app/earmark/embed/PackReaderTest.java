package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.dsp.SampleRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {

    @TempDir
    Path folder;

    private Path pack;

    @BeforeEach
    void copy() {
        pack = TinyPack.copyTo(folder.resolve("tiny"));
    }

    @Test
    void readsTheStarterPack() throws UnusablePack {
        PackSpec spec = new PackReader(PackFiles.onClassPath("/app/earmark/packs/starter")).read();

        assertThat(spec.description().packId().id()).isEqualTo("starter");
        assertThat(spec.frontEnd().rate()).isEqualTo(new SampleRate(44_100));
        assertThat(spec.windows()).isEqualTo(new WindowPolicy(20, 4, 0.9f, false));
        assertThat(spec.description().tagging()).containsKey("minCosine");
        assertThat(spec.text().head()).isPresent();
    }

    @Test
    void aFolderWithoutAPackSaysWhatAPackIs() {
        assertThatThrownBy(() -> OnnxModelPack.open(PackFiles.inFolder(folder)))
                .isInstanceOf(UnusablePack.class)
                .hasMessage("There is no model pack in " + folder + ": a pack is a folder with a pack.json.");
    }

    @Test
    void aPackOfANewerFormatAsksForAnUpdate() {
        TinyPack.edit(pack, "\"schema\": 1", "\"schema\": 2");

        assertRefused("newer version of Earmark (its format is 2, this one reads up to 1); update Earmark.");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(pack.resolve("audio.onnx"));

        assertRefused("its file audio.onnx is missing; copy or download the pack again.");
    }

    @Test
    void aDescriptionCutShortIsDamaged() throws IOException {
        String json = Files.readString(pack.resolve("pack.json"));
        Files.writeString(pack.resolve("pack.json"), json.substring(0, json.length() / 2));

        assertRefused("can't be read");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "\"hash\": \"; \"hash\": \"00; its hash does not match",
                "blocked-log-mel; fusion-log-mel; front end \"fusion-log-mel\", which this version",
                "1127-ln; bark; mel scale \"bark\"",
                "\"pooling\": \"mean\"; \"pooling\": \"cls\"; pooling \"cls\"",
                "\"token_type_ids\"; \"position_ids\"; text input \"position_ids\"",
                "\"hopLength\": 1024; \"hopLength\": 4096; hop length",
                "\"highHz\": 22050; \"highHz\": 24000; highest frequency",
                "\"joint\": 384; \"joint\": \"many\"; \"dimensions.joint\" in pack.json should be a number",
                "\"most\": 2; \"most\": 0; \"windows.most\" in pack.json should be a positive number",
                "the sound of {}; the sound; \"text.promptTemplate\"",
                "the sound of {}; {} like {}; \"text.promptTemplate\"",
                "\"logitScale\"; \"tagging\": {\"minCosine\": 0.3}, \"logitScale\"; \"tagging.minStandardised\" in pack.json should",
                "\"logitScale\"; \"tagging\": {\"minStandardised\": NaN}, \"logitScale\"; \"tagging.minStandardised\"",
                "\"id\": \"tiny\"; \"id\": \"../tiny\"; \"id\" in pack.json",
                "\"model\": \"audio.onnx\"; \"model\": \"other.onnx\"; \"other.onnx\" is not among the files",
                "\"audio.onnx\": \"; \"../audio.onnx\": \"; \"files.../audio.onnx\"",
            })
    void whatItCannotHonourItRefusesWithASentence(String from, String to, String sentence) {
        TinyPack.edit(pack, from, to);

        assertRefused(sentence);
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> OnnxModelPack.open(PackFiles.inFolder(pack)))
                .isInstanceOf(UnusablePack.class)
                .hasMessageContaining(pack.toString())
                .hasMessageContaining(sentence)
                .message()
                .endsWith(".");
    }
}
