package app.earmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.Tones;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    Path folder;

    private CliRun run(Object... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }

    private static String detail(CliRun run, String subject) {
        return StreamSupport.stream(run.json().getAsJsonArray("findings").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(finding -> finding.get("subject").getAsString().equals(subject))
                .map(JsonObject::toString)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCatalogueItsVersionItsDiskAndThePackAreThere() throws IOException {
        Path catalogue = folder.resolve("elsewhere/catalogue.db");
        Tones.sineFile(folder.resolve("sounds/a.wav"), 440, 0.2, 44_100);
        run("scan", folder.resolve("sounds"), "--catalogue", catalogue);
        CliRun run = run("doctor", "--json", "--catalogue", catalogue);
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(detail(run, "Catalogue's file")).containsPattern("schema version [1-9]\\d*, whole");
        assertThat(detail(run, "Disk space")).contains("GB free in " + catalogue.getParent());
        assertThat(detail(run, "Model pack")).contains("starter@");
    }

    @Test
    void aDamagedCatalogueIsFound() throws IOException {
        Path catalogue = folder.resolve("catalogue.db");
        Tones.sineFile(folder.resolve("sounds/a.wav"), 440, 0.2, 44_100);
        run("scan", folder.resolve("sounds"), "--catalogue", catalogue);
        try (FileChannel file = FileChannel.open(catalogue, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (long page = 3; page * 16_384 < file.size(); page++) {
                file.write(java.nio.ByteBuffer.wrap(new byte[] {99, 99, 99, 99, 99, 99}), page * 16_384);
            }
        }
        CliRun run = run("doctor", "--json", "--catalogue", catalogue);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(detail(run, "Catalogue's file"))
                .contains("MISSING", "backup")
                .doesNotContain("whole");
    }
}
