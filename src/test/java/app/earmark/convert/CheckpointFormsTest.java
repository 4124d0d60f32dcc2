package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights in other forms than 32-bit safetensors. */
class CheckpointFormsTest {

    private static final String BIN = "pytorch_model.bin";

    @TempDir
    Path temp;

    @Test
    void pyTorchsOwnFormatGivesTheVerySameGraphs() throws Exception {
        Path folder = TinyClap.UNFUSED.copyTo(temp.resolve("bin"), BIN);
        Path fromBin = ClapGraphs.build(folder, Precision.FP32, temp.resolve("one"), Progress.NONE)
                .folder();
        Path fromSafetensors = ClapGraphs.build(
                        TinyClap.UNFUSED.folder(), Precision.FP32, temp.resolve("two"), Progress.NONE)
                .folder();
        for (String name : new String[] {"audio.onnx", "text.onnx"}) {
            assertThat(Files.mismatch(fromBin.resolve(name), fromSafetensors.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
        assertThat(fromBin.resolve("pack.json")).content().contains(BIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F16", "BF16"})
    void weightsOf16BitsAreReadForWhatTheyAre(String type) throws Exception {
        Path folder = TinyClap.UNFUSED.copyTo(temp.resolve("half"), "model.safetensors");
        Path weights = folder.resolve("model.safetensors");
        SafetensorsFile.read(weights).shortened(type).write(weights);
        Path pack = ClapGraphs.build(folder, Precision.FP32, temp.resolve("out"), Progress.NONE)
                .folder();
        try (ModelRun model = new ModelRun(pack.resolve("text.onnx"))) {
            float[] expected = TinyClap.floats(
                    TinyClap.UNFUSED.expected().getAsJsonArray("text").get(1).getAsJsonArray());
            long[] tokens = TinyClap.longs(
                    TinyClap.UNFUSED.expected().getAsJsonArray("tokens").get(1).getAsJsonArray());
            float tolerance = type.equals("F16") ? 2e-3f : 3e-2f;
            assertThat(model.text(tokens)).containsExactly(expected, within(tolerance));
        }
    }

    @Test
    void aPickleThatCallsPythonIsRefusedByName() throws Exception {
        Path folder = TinyClap.UNFUSED.copyTo(temp.resolve("evil"), BIN);
        byte[] pickle = "cos\nsystem\n(X\u0004\0\0\0echotR.".getBytes(StandardCharsets.ISO_8859_1);
        archive(folder.resolve(BIN), pickle);
        refused(folder).hasMessageContainingAll(folder.resolve(BIN).toString(), "os.system", "does not run");
    }

    @Test
    void anInstructionNoCheckpointNeedsIsRefused() throws Exception {
        Path folder = TinyClap.UNFUSED.copyTo(temp.resolve("odd"), BIN);
        archive(folder.resolve(BIN), "}i__builtin__\neval\n.".getBytes(StandardCharsets.ISO_8859_1));
        refused(folder).hasMessageContainingAll(folder.resolve(BIN).toString(), "pickle instruction 105");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "(", "h\u0001.", "}X\u00ff\u00ff\u00ff\u007fa", "R", "K\u0001K\u0001R.", "K\u0001."})
    void aDamagedPickleIsRefused(String pickle) throws Exception {
        Path folder = TinyClap.UNFUSED.copyTo(temp.resolve("damaged"), BIN);
        archive(folder.resolve(BIN), pickle.getBytes(StandardCharsets.ISO_8859_1));
        refused(folder).hasMessageContaining(folder.resolve(BIN).toString());
    }

    @Test
    void anArchiveThatIsCutOffIsRefused() throws Exception {
        Path folder = TinyClap.UNFUSED.copyTo(temp.resolve("cut"), BIN);
        byte[] bytes = Files.readAllBytes(folder.resolve(BIN));
        Files.write(folder.resolve(BIN), java.util.Arrays.copyOf(bytes, bytes.length - 100));
        refused(folder).hasMessageContaining(folder.resolve(BIN).toString());
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(Path folder) {
        return assertThatThrownBy(() -> ClapGraphs.build(folder, Precision.FP32, temp.resolve("out"), Progress.NONE))
                .isInstanceOf(UnusableCheckpoint.class);
    }

    private static void archive(Path file, byte[] pickle) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("pytorch_model/data.pkl"));
            zip.write(pickle);
            zip.closeEntry();
        }
    }
}
