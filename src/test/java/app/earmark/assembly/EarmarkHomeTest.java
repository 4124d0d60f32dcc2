package app.earmark.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class EarmarkHomeTest {

    private static final Path USER = Path.of("/home/ann");

    @ParameterizedTest
    @CsvSource({
        "Linux, /home/ann/.local/share/earmark",
        "Mac OS X, /home/ann/Library/Application Support/Earmark",
        "Windows 11, /home/ann/AppData/Roaming/Earmark"
    })
    void everySystemHasItsUsualPlace(String system, Path expected) {
        assertThat(EarmarkHome.locate(Map.of(), system, USER).folder()).isEqualTo(expected);
    }

    @Test
    void theVariableBeatsEverything() {
        Map<String, String> environment = Map.of("EARMARK_HOME", "/data/../data/em", "XDG_DATA_HOME", "/x");
        EarmarkHome home = EarmarkHome.locate(environment, "Linux", USER);
        assertThat(home.folder()).isEqualTo(Path.of("/data/em"));
        assertThat(home.catalogue()).isEqualTo(Path.of("/data/em/catalogue.db"));
    }

    @Test
    void aRelativeBaseDirectoryIsIgnoredAsTheStandardDemands() {
        assertThat(EarmarkHome.locate(Map.of("XDG_DATA_HOME", "/xdg"), "Linux", USER)
                        .folder())
                .isEqualTo(Path.of("/xdg/earmark"));
        assertThat(EarmarkHome.locate(Map.of("XDG_DATA_HOME", "relative"), "Linux", USER)
                        .folder())
                .isEqualTo(Path.of("/home/ann/.local/share/earmark"));
    }

    @Test
    void everyNativeCacheLiesInTheHomeFolder() {
        EarmarkHome home = new EarmarkHome(Path.of("/em"));
        assertThat(home.systemProperties().values()).isNotEmpty().allSatisfy(value -> assertThat(Path.of(value))
                .startsWithRaw(home.folder()));
    }
}
