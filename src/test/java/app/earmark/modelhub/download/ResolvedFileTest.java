package app.earmark.modelhub.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResolvedFileTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void contentsOfTheSameDigestAreKeptOnce() {
        ResolvedFile file = new ResolvedFile(COMMIT, COMMIT, OptionalLong.empty());

        assertThat(file.contentName("config.json")).isEqualTo(COMMIT).isEqualTo(file.contentName("copy/config.json"));
    }

    @Test
    void anEtagThatIsNoDigestDoesNotMixUpFiles() {
        ResolvedFile file = new ResolvedFile(COMMIT, "v1", OptionalLong.empty());

        assertThat(file.contentName("config.json"))
                .isNotEqualTo(file.contentName("vocab.json"))
                .doesNotMatch("[0-9a-f]{40}|[0-9a-f]{64}");
    }
}
