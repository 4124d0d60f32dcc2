package app.earmark.learning.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdapterFitTest {

    private final AdapterReference reference = AdapterReference.load();

    @Test
    void cosinesEqualThoseOfTheReference() throws Exception {
        NameAdapter adapter = AdapterFit.fit(reference.clips(), Progress.NONE);
        for (int q = 0; q < reference.queries().size(); q++) {
            AdaptedQuery query = adapter.query(
                    reference.queries().get(q).meaning(),
                    reference.queries().get(q).words());
            assertThat(query.trust()).isCloseTo(reference.trust()[q], within(0.01)); // names are kept in a byte a value
            for (int clip = 0; clip < reference.clips().clips(); clip++) {
                float[] adapted = adapter.adapt(reference.clips().acoustic()[clip]);
                assertThat((double) dot(query.vector(), adapted))
                        .isCloseTo(reference.cosines()[clip][q], within(1e-4));
            }
        }
    }

    @Test
    void survivesBeingWrittenAndRead() throws Exception {
        NameAdapter adapter = AdapterFit.fit(reference.clips(), Progress.NONE);
        NameAdapter read = AdapterFormat.read(AdapterFormat.write(adapter));
        Caption asked = reference.queries().get(0);
        assertThat(read.query(asked.meaning(), asked.words()).vector())
                .isEqualTo(adapter.query(asked.meaning(), asked.words()).vector());
        assertThat(read.query(asked.meaning(), asked.words()).trust())
                .isEqualTo(adapter.query(asked.meaning(), asked.words()).trust());
        assertThat(read.adapt(reference.clips().acoustic()[3]))
                .isEqualTo(adapter.adapt(reference.clips().acoustic()[3]));
    }

    @Test
    void refusesDamagedBytes() throws Exception {
        byte[] bytes = AdapterFormat.write(AdapterFit.fit(reference.clips(), Progress.NONE));
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> AdapterFormat.read(flipped)).isInstanceOf(UnreadableAdapter.class);
        assertThatThrownBy(() -> AdapterFormat.read(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(UnreadableAdapter.class);
        assertThatThrownBy(() -> AdapterFormat.read(new byte[0])).isInstanceOf(UnreadableAdapter.class);
        assertThatThrownBy(() -> AdapterFormat.read(new byte[200])).isInstanceOf(UnreadableAdapter.class);
    }

    @Test
    void clipsOfOneVectorAndNameDoNotBreakIt() throws Exception {
        float[] same = {1, 0, 0};
        Caption rain = new Caption(List.of("rain"), new float[] {1, 0});
        Caption dog = new Caption(List.of("dog"), new float[] {0, 1});
        CaptionedClips clips =
                new CaptionedClips(List.of(rain, dog), new int[] {0, 1, 1}, new float[][] {same, same, same});
        NameAdapter adapter = AdapterFit.fit(clips, Progress.NONE);
        for (float value : adapter.adapt(same)) {
            assertThat(value).isFinite();
        }
        for (float value : adapter.query(new float[] {1, 0}, List.of("rain")).vector()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> AdapterFit.fit(reference.clips(), cancelled)).isInstanceOf(CancelledWork.class);
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
