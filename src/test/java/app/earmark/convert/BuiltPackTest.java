package app.earmark.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is built is what {@code embed} runs. */
class BuiltPackTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void aBuiltPackHearsAndReads(TinyClap clap) throws Exception {
        BuiltPack built = ClapGraphs.build(clap.folder(), Precision.FP16, temp.resolve("pack"), Progress.NONE);
        try (OnnxModelPack pack = OnnxModelPack.open(PackFiles.inFolder(built.folder()))) {
            assertThat(pack.description().packId()).isEqualTo(built.id());
            assertThat(pack.sizeBytes()).isLessThan(built.sizeBytes());
            float[] text = pack.text().encode("rain");
            assertThat(text).hasSize(24);
            assertThat(length(text)).isCloseTo(1, within(1e-5));
            float[] samples = new float[48_000];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) Math.sin(i * 0.1) * 0.5f;
            }
            float[] sound = pack.audio()
                    .encode(new Waveform(samples, new SampleRate(48_000)))
                    .joint();
            assertThat(sound).hasSize(24);
        }
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
