package app.earmark.modelhub.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubEnvironmentTest {

    @TempDir
    Path home;

    private HubSettings settings(String... variables) throws DownloadFailure {
        return new HubEnvironment(map(variables), home).settings();
    }

    private static Map<String, String> map(String... variables) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            map.put(variables[i], variables[i + 1]);
        }
        return map;
    }

    @Test
    void withoutVariablesTheUsualPlacesAreUsed() throws DownloadFailure {
        HubSettings settings = settings();

        assertThat(settings.endpoint()).hasToString("https://huggingface.co");
        assertThat(settings.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(settings.token()).isEmpty();
        assertThat(settings.offline()).isFalse();
    }

    @Test
    void theCacheFollowsItsVariablesTheMostSpecificFirst() throws DownloadFailure {
        assertThat(settings("XDG_CACHE_HOME", "/x").cache())
                .isEqualTo(Path.of("/x/huggingface/hub").toAbsolutePath());
        assertThat(settings("XDG_CACHE_HOME", "/x", "HF_HOME", "/h").cache())
                .isEqualTo(Path.of("/h/hub").toAbsolutePath());
        assertThat(settings("HF_HOME", "/h", "HUGGINGFACE_HUB_CACHE", "/old").cache())
                .isEqualTo(Path.of("/old").toAbsolutePath());
        assertThat(settings("HF_HOME", "/h", "HF_HUB_CACHE", "/c").cache())
                .isEqualTo(Path.of("/c").toAbsolutePath());
        assertThat(settings("HF_HUB_CACHE", "~/models").cache()).isEqualTo(home.resolve("models"));
    }

    @Test
    void theTokenComesFromItsVariableOrTheFileThatSigningInLeft() throws Exception {
        Files.createDirectories(home.resolve(".cache/huggingface"));
        Files.writeString(home.resolve(".cache/huggingface/token"), "hf_file\n");
        Path other = Files.writeString(home.resolve("token"), "hf_other");

        assertThat(settings().token()).contains(new AccessToken("hf_file"));
        assertThat(settings("HF_TOKEN", "hf_named").token()).contains(new AccessToken("hf_named"));
        assertThat(settings("HF_TOKEN_PATH", other.toString()).token()).contains(new AccessToken("hf_other"));
        assertThat(settings("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1").token()).isEmpty();
    }

    @Test
    void theTokenIsNeverPrinted() throws DownloadFailure {
        assertThat(settings("HF_TOKEN", "hf_named").toString()).doesNotContain("hf_named");
    }

    @Test
    void theEndpointMayBeAMirrorButMustBeAnAddress() throws DownloadFailure {
        assertThat(settings("HF_ENDPOINT", "https://mirror.example/hf//").endpoint())
                .hasToString("https://mirror.example/hf");
        assertThatThrownBy(() -> settings("HF_ENDPOINT", "mirror.example"))
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("HF_ENDPOINT")
                .hasMessageContaining("mirror.example");
        assertThatThrownBy(() -> settings("HF_ENDPOINT", "file:///tmp")).isInstanceOf(DownloadFailure.class);
    }

    @Test
    void offlineAndPatienceAreReadAsTheHubsOwnProgramsDo() throws DownloadFailure {
        assertThat(settings("HF_HUB_OFFLINE", "1").offline()).isTrue();
        assertThat(settings("HF_HUB_OFFLINE", "True").offline()).isTrue();
        assertThat(settings("HF_HUB_OFFLINE", "0").offline()).isFalse();
        assertThat(settings("HF_HUB_DOWNLOAD_TIMEOUT", "5").stall()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings("HF_HUB_DOWNLOAD_TIMEOUT", "soon").stall()).isEqualTo(Duration.ofSeconds(30));
    }
}
