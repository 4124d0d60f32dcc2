package app.earmark.cli;

import app.earmark.library.Edit;
import app.earmark.renaming.PlannedName;
import app.earmark.renaming.PlannedName.Outcome;
import app.earmark.renaming.RenamePlan;
import app.earmark.renaming.Renamed;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints what would be renamed, and what was. */
final class RenamePrinter {

    private final Session session;

    RenamePrinter(Session session) {
        this.session = session;
    }

    /** The object that {@code rename} prints; {@code edit} is null where nothing was renamed. */
    record Renaming(
            boolean dryRun,
            long renamed,
            long unchanged,
            long problems,
            boolean cancelled,
            Long edit,
            List<File> files,
            List<String> notes) {}

    /** @param path where the file is now, or in a dry run before it */
    record File(
            Path path,
            String oldName,
            String newName,
            String outcome,
            String problem,
            String catId,
            String source,
            List<String> companions) {}

    /** The object of {@code --finish} and {@code --put-back}. */
    record Settled(long renamed, long problems, boolean cancelled, Long edit, List<String> notes) {}

    /** What would be done, for people. */
    void preview(RenamePlan plan) {
        plan.names().stream().filter(name -> name.outcome() == Outcome.RENAMED).forEach(name -> session.console()
                .wholeLine(name.clip().path() + " → " + name.newName()));
        plan.names().forEach(name -> name.problem().ifPresent(session.console()::say));
    }

    void print(RenamePlan plan, boolean dryRun) {
        long unchanged = plan.count(Outcome.UNCHANGED);
        long problems = plan.count(Outcome.PROBLEM);
        long renamed = plan.count(Outcome.RENAMED);
        if (session.json()) {
            List<File> files = plan.names().stream()
                    .map(name -> file(name, name.clip().path(), name.problem().orElse(null)))
                    .toList();
            session.printJson(new Renaming(dryRun, renamed, unchanged, problems, false, null, files, List.of()));
            return;
        }
        preview(plan);
        session.console()
                .line(Words.count(renamed, "file", "files") + " would be renamed, " + unchanged + " unchanged, "
                        + problems + " left alone.");
    }

    void print(RenamePlan plan, Renamed renamed) {
        Set<Path> done = renamed.files().stream().map(file -> file.before()).collect(Collectors.toSet());
        long problems = plan.count(Outcome.PROBLEM) + renamed.left().size();
        renamed.notes().forEach(session.console()::say);
        if (session.json()) {
            List<File> files = plan.names().stream()
                    .map(name -> done.contains(name.clip().path())
                            ? file(name, name.target().orElseThrow(), null)
                            : file(name, name.clip().path(), problem(name, renamed.left())))
                    .toList();
            session.printJson(new Renaming(
                    false,
                    renamed.sounds(),
                    plan.count(Outcome.UNCHANGED),
                    problems,
                    renamed.cancelled(),
                    renamed.edit().map(Edit::number).orElse(null),
                    files,
                    renamed.notes()));
            return;
        }
        plan.names().forEach(name -> {
            if (done.contains(name.clip().path())) {
                session.console().wholeLine(name.clip().path() + " → " + name.newName());
            }
        });
        plan.names().forEach(name -> name.problem().ifPresent(session.console()::say));
        renamed.left().values().forEach(session.console()::say);
        session.console()
                .line(Words.count(renamed.sounds(), "file", "files") + " renamed, " + plan.count(Outcome.UNCHANGED)
                        + " unchanged, " + problems + " left alone.");
    }

    void printSettled(Renamed renamed) {
        renamed.left().values().forEach(session.console()::say);
        renamed.notes().forEach(session.console()::say);
        if (session.json()) {
            session.printJson(new Settled(
                    renamed.sounds(),
                    renamed.left().size(),
                    renamed.cancelled(),
                    renamed.edit().map(Edit::number).orElse(null),
                    renamed.notes()));
        } else {
            session.console().line(Words.count(renamed.sounds(), "file", "files") + " renamed.");
        }
    }

    private static String problem(PlannedName name, Map<Path, String> left) {
        return name.problem().orElse(left.get(name.clip().path()));
    }

    private static File file(PlannedName name, Path path, String problem) {
        Outcome outcome = problem != null ? Outcome.PROBLEM : name.outcome();
        return new File(
                path,
                name.oldName(),
                name.target().isPresent() ? name.newName() : null,
                outcome.name().toLowerCase(Locale.ROOT),
                problem,
                name.category().map(category -> category.entry().catId()).orElse(null),
                name.category().map(category -> category.source().code()).orElse(null),
                name.companions().stream()
                        .map(companion -> companion.getFileName().toString())
                        .toList());
    }
}
