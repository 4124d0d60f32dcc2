package app.earmark.modelhub;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.modelhub.download.RepositoryId;
import app.earmark.modelhub.download.WantedFile;
import org.junit.jupiter.api.Test;

class KnownModelsTest {

    private final KnownModels known = KnownModels.load();

    private KnownModel find(String repository) {
        return known.find(RepositoryId.parse(repository)).orElseThrow();
    }

    @Test
    void everyModelSaysWhatItIsGoodAtAndUnderWhichLicence() {
        assertThat(known.all()).hasSizeGreaterThanOrEqualTo(7).allSatisfy(model -> {
            assertThat(model.goodAt()).endsWith(".");
            assertThat(model.licence()).isNotBlank();
            assertThat(model.credit()).contains("LAION");
            assertThat(model.files()).isNotEmpty();
            assertThat(model.files().keySet())
                    .isEqualTo(model.aboutMegabytes().keySet())
                    .contains(model.recommended());
        });
    }

    @Test
    void exactSizesAgreeWithTheRoughOnes() {
        for (KnownModel model : known.all()) {
            model.files().forEach((precision, files) -> {
                if (files.stream().allMatch(file -> file.sizeBytes().isPresent())) {
                    long bytes = files.stream()
                            .mapToLong(file -> file.sizeBytes().getAsLong())
                            .sum();
                    assertThat(Math.round(bytes / 1e6))
                            .isEqualTo((long) model.aboutMegabytes().get(precision));
                }
            });
        }
    }

    @Test
    void theUnfusedOnnxFilesAreKnownToTheByte() {
        KnownModel model = find("Xenova/clap-htsat-unfused");

        assertThat(model.revision().isCommit()).isTrue();
        assertThat(model.recommended()).isEqualTo(WeightPrecision.INT8);
        assertThat(model.files().get(WeightPrecision.INT8))
                .hasSize(5)
                .allMatch(file -> file.sha256().isPresent() && file.sizeBytes().isPresent())
                .extracting(WantedFile::path)
                .contains("onnx/audio_model_quantized.onnx", "onnx/text_model_quantized.onnx", "tokenizer.json");
    }

    @Test
    void theFusedModelIsBuiltFromAPinnedCheckpoint() {
        KnownModel model = find("laion/clap-htsat-fused");

        assertThat(model.revision()).hasToString("0ebdccc578498c90ecb34353b57d2f197cae6e0a");
        assertThat(model.files().get(WeightPrecision.FP16))
                .extracting(WantedFile::path)
                .contains("model.safetensors");
        assertThat(model.files()).doesNotContainKey(WeightPrecision.INT8);
        assertThat(model.logitScale()).as("it is in the weights").isEmpty();
    }

    @Test
    void theBrokenUploadIsWarnedOf() {
        assertThat(find("laion/larger_clap_music").warning()).isPresent();
        assertThat(known.all()).filteredOn(model -> model.warning().isPresent()).hasSize(1);
    }
}
