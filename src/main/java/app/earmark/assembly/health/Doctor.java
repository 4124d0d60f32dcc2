package app.earmark.assembly.health;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.health.Finding.Level;
import java.util.List;
import java.util.stream.Stream;

/** Looks at everything Earmark needs, one thing after the other. Takes some seconds: it listens to a sound. */
public final class Doctor {

    private final List<Check> checks;

    public Doctor(Earmark earmark) {
        MachineChecks machine = new MachineChecks(earmark.home(), earmark.file());
        WorkChecks work = new WorkChecks(earmark);
        WindowChecks window = new WindowChecks(SharedLibraries.ofThisMachine());
        checks = Stream.of(machine.all(), work.all(), window.all())
                .flatMap(List::stream)
                .toList();
    }

    Doctor(List<Check> checks) {
        this.checks = checks;
    }

    public List<Finding> examine() {
        return checks.stream().map(Check::run).toList();
    }

    /** The Debian packages that the window needs and this system lacks; looks for their libraries only. */
    public static List<String> missingWindowPackages() {
        return new WindowChecks(SharedLibraries.ofThisMachine()).missing();
    }

    /** Whether the findings let Earmark do its work; what is optional may be missing. */
    public static boolean isWell(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.level() == Level.MISSING);
    }
}
