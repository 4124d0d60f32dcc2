package app.earmark.assembly.health;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.assembly.health.Finding.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static Check check(String subject, Level ifBroken, Check.Probe probe) {
        return new Check(subject, "a reason", ifBroken, "a remedy", probe);
    }

    @Test
    void oneBrokenCheckKeepsNoOtherFromRunning() {
        List<Finding> findings = new Doctor(List.of(
                        check("native", Level.MISSING, () -> {
                            throw new UnsatisfiedLinkError("libx.so\nand more");
                        }),
                        check("bug", Level.OPTIONAL_MISSING, () -> {
                            throw new IllegalStateException();
                        }),
                        check("fine", Level.MISSING, () -> "there")))
                .examine();

        assertThat(findings)
                .containsExactly(
                        new Finding("native", Level.MISSING, "libx.so", "a reason", "a remedy"),
                        new Finding("bug", Level.OPTIONAL_MISSING, "IllegalStateException", "a reason", "a remedy"),
                        new Finding("fine", Level.OK, "there", "a reason", ""));
        assertThat(Doctor.isWell(findings)).isFalse();
        assertThat(Doctor.isWell(findings.subList(1, 3))).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void missingWindowLibrariesAreNamedByTheirPackage(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("libgtk-3.so.0"));
        Finding finding = new WindowChecks(new SharedLibraries(List.of(folder)))
                .all().stream()
                        .filter(check -> check.subject().equals("Window libraries"))
                        .findFirst()
                        .orElseThrow()
                        .run();

        assertThat(finding.level()).isEqualTo(Level.OPTIONAL_MISSING);
        assertThat(finding.remedy())
                .contains("libxtst6")
                .contains("libpangoft2-1.0-0")
                .doesNotContain("libgtk-3-0");
    }
}
