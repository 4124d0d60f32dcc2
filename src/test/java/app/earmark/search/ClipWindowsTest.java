package app.earmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.WindowVector;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClipWindowsTest {

    private final PlainVectorScorer scores = new PlainVectorScorer(1);
    private final ClipWindows windows = new ClipWindows(scores, 6);

    @Test
    void theRoomOfWindowsThatWentIsUsedAgain() {
        windows.put(0, of(2));
        windows.put(1, of(2));
        windows.remove(0);
        assertThat(windows.rows().rowOf()).containsExactly(-1, -1, 1, 1);
        windows.put(7, of(2));
        assertThat(windows.rows().rowOf()).containsExactly(7, 7, 1, 1);
        windows.put(1, of(3));
        assertThat(windows.rows().rowOf()).containsExactly(7, 7, -1, -1);
    }

    @Test
    void thereAreNeverMoreThanFitMemory() {
        windows.put(0, of(4));
        windows.put(1, of(3));
        windows.put(2, of(2));
        assertThat(windows.rows().rowOf()).containsExactly(0, 0, 0, 0, 2, 2);
    }

    @Test
    void whatDoesNotFitTheOthersIsRefused() {
        assertThat(windows.fits(of(2))).isTrue();
        assertThat(windows.fits(List.of(new WindowVector(0, 1, new float[2])))).isFalse();
        assertThat(windows.fits(List.of(new WindowVector(0, 1, new float[] {Float.NaN}))))
                .isFalse();
    }

    private static List<WindowVector> of(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new WindowVector(10 * i, 10, new float[] {1}))
                .toList();
    }
}
