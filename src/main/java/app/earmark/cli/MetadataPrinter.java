package app.earmark.cli;

import app.earmark.assembly.MetadataEditor.Written;
import app.earmark.library.Edit;
import app.earmark.metadata.FieldDifference;
import app.earmark.metadata.write.MetadataPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints what would be written into files, and what was. */
final class MetadataPrinter {

    private final Session session;

    MetadataPrinter(Session session) {
        this.session = session;
    }

    /** The object that {@code metadata write} prints; {@code edit} is null where nothing was written. */
    record Writing(
            boolean dryRun,
            long written,
            long unchanged,
            long refused,
            boolean cancelled,
            Long edit,
            List<File> files) {}

    /** @param outcome {@code written} (in a dry run: would be), {@code unchanged}, {@code refused} or {@code left} */
    record File(Path path, String outcome, String problem, List<Difference> differences, List<String> notes) {}

    record Difference(String block, String key, String before, String after) {}

    /** What would be written, for people. */
    void preview(List<MetadataPlan> plans) {
        Console console = session.console();
        for (MetadataPlan plan : plans) {
            if (plan.changesFile()) {
                console.wholeLine(plan.file().toString());
                for (FieldDifference difference : plan.differences()) {
                    console.line("  " + Printable.pad(difference.block().label() + " " + difference.key(), 28)
                            + (difference.before().isEmpty() ? "" : "“" + difference.before() + "” → ")
                            + (difference.after().isEmpty() ? "taken out" : "“" + difference.after() + "”"));
                }
                plan.notes().forEach(note -> console.line("  " + note));
            }
            plan.refusal().ifPresent(console::say);
        }
    }

    void print(List<MetadataPlan> plans, boolean dryRun) {
        if (session.json()) {
            session.printJson(of(plans, dryRun, Optional.empty()));
            return;
        }
        preview(plans);
        session.console()
                .line(Words.count(count(plans, MetadataPlan::changesFile), "file", "files")
                        + (dryRun ? " would be written" : " to write") + ", "
                        + count(plans, plan -> plan.refusal().isEmpty() && !plan.changesFile())
                        + " say all of it already, "
                        + count(plans, plan -> plan.refusal().isPresent())
                        + " can't be written.");
    }

    void print(List<MetadataPlan> plans, Written written) {
        if (session.json()) {
            session.printJson(of(plans, false, Optional.of(written)));
            return;
        }
        written.refused().values().forEach(session.console()::say);
        session.console()
                .line("Metadata written into " + Words.count(written.written().size(), "file", "files")
                        + (written.refused().isEmpty()
                                ? "."
                                : ", " + written.refused().size() + " left as they were."));
    }

    private static long count(List<MetadataPlan> plans, java.util.function.Predicate<MetadataPlan> which) {
        return plans.stream().filter(which).count();
    }

    private static Writing of(List<MetadataPlan> plans, boolean dryRun, Optional<Written> written) {
        Set<Path> done = written.map(w -> Set.copyOf(w.written())).orElse(Set.of());
        Map<Path, String> refused = written.map(Written::refused).orElse(Map.of());
        List<File> files =
                plans.stream().map(plan -> file(plan, dryRun, done, refused)).toList();
        return new Writing(
                dryRun,
                files.stream().filter(file -> file.outcome().equals("written")).count(),
                files.stream()
                        .filter(file -> file.outcome().equals("unchanged"))
                        .count(),
                files.stream().filter(file -> file.outcome().equals("refused")).count(),
                written.map(Written::cancelled).orElse(false),
                written.flatMap(Written::edit).map(Edit::number).orElse(null),
                files);
    }

    private static File file(MetadataPlan plan, boolean dryRun, Set<Path> done, Map<Path, String> refused) {
        String problem = plan.refusal().orElse(refused.get(plan.file()));
        String outcome = problem != null
                ? "refused"
                : !plan.changesFile() ? "unchanged" : dryRun || done.contains(plan.file()) ? "written" : "left";
        return new File(
                plan.file(),
                outcome,
                problem,
                plan.differences().stream()
                        .map(d -> new Difference(d.block().label(), d.key(), d.before(), d.after()))
                        .toList(),
                plan.notes());
    }
}
