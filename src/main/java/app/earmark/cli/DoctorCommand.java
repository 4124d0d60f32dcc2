package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.assembly.health.Doctor;
import app.earmark.assembly.health.Finding;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what is present and what is missing, why it matters, and how to get it.")
final class DoctorCommand extends EarmarkSubcommand {

    DoctorCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Diagnosis(boolean well, List<Finding> findings) {}

    @Override
    int run(Earmark earmark) {
        List<Finding> findings = new Doctor(earmark).examine();
        boolean well = Doctor.isWell(findings);
        if (session.json()) {
            session.printJson(new Diagnosis(well, findings));
        } else {
            findings.forEach(this::print);
            session.console().line(summary(well, findings));
        }
        return well ? ExitCode.DONE : ExitCode.COULD_NOT;
    }

    private static String summary(boolean well, List<Finding> findings) {
        if (!well) {
            return "Something Earmark needs is missing; see above.";
        }
        return findings.stream().allMatch(f -> f.level() == Finding.Level.OK)
                ? "Everything is there."
                : "Everything the command line needs is there; what is marked absent limits the rest.";
    }

    private void print(Finding finding) {
        String mark =
                switch (finding.level()) {
                    case OK -> "ok      ";
                    case OPTIONAL_MISSING -> "absent  ";
                    case MISSING -> "MISSING ";
                };
        Console console = session.console();
        console.line(mark + Printable.pad(finding.subject(), 21) + finding.detail());
        if (finding.level() != Finding.Level.OK) {
            console.wholeLine(" ".repeat(29) + "Why it matters: " + finding.why() + ".");
            console.wholeLine(" ".repeat(29) + "How to get it: " + finding.remedy());
        }
    }
}
