package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.indexing.ScanReport;
import app.earmark.library.ClipFailure;
import app.earmark.library.SoundLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Add folders, or bring them up to date: list their sounds, listen to them, tag them.")
final class ScanCommand extends EarmarkSubcommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description = "Folders of sounds; without any, all libraries are brought up to date.")
    private List<Path> folders = List.of();

    @Option(
            names = "--accept-missing",
            description = "Mark missing files offline even if more than 5 %% of a library is missing.")
    private boolean acceptMissing;

    ScanCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Report(
            long listed,
            long embedded,
            long unchanged,
            long offline,
            long failed,
            boolean cancelled,
            List<ClipFailure> failures,
            List<Path> absent) {

        static Report of(ScanReport report) {
            return new Report(
                    report.listed(),
                    report.embedded(),
                    report.unchanged(),
                    report.offline(),
                    report.failed(),
                    report.cancelled(),
                    report.failures(),
                    report.absent().stream().map(SoundLibrary::root).toList());
        }
    }

    @Override
    Access access() {
        return Access.CREATE;
    }

    @Override
    int run(Earmark earmark) throws Exception {
        List<Path> wanted = wanted(earmark);
        ConsoleProgress progress = session.progress();
        ScanReport report = earmark.scanner().scan(wanted, acceptMissing, progress);
        progress.clear();
        print(report);
        if (report.cancelled()) {
            return ExitCode.CANCELLED;
        }
        earmark.teaching().catchUp(progress);
        progress.clear();
        return report.absent().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_CONFIRMATION;
    }

    private List<Path> wanted(Earmark earmark) {
        if (folders.isEmpty()) {
            List<Path> all = libraries(earmark).stream().map(SoundLibrary::root).toList();
            if (all.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE, "No library yet; name a folder of sounds: earmark scan FOLDER");
            }
            return all;
        }
        List<Path> wanted = folders.stream().map(FileLookup::absolute).toList();
        for (Path folder : wanted) {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        folder + " is a file; name the folder it is in: earmark scan " + folder.getParent());
            }
            if (!Files.exists(folder) && !isKnown(earmark, folder)) {
                throw CommandFailure.notFound("There is no folder " + folder + ".");
            }
        }
        return wanted;
    }

    /** A library that vanished as a whole is the scanner's case: nothing in it may be marked. */
    private static boolean isKnown(Earmark earmark, Path folder) {
        return libraries(earmark).stream().anyMatch(library -> folder.startsWith(library.root()));
    }

    /** Makes no catalogue: whether there is something to scan is not known yet. */
    private static List<SoundLibrary> libraries(Earmark earmark) {
        return Files.exists(earmark.file()) ? earmark.clips().libraries() : List.of();
    }

    /** What failed or is missing was said along the way. */
    private void print(ScanReport report) {
        Console console = session.console();
        if (report.cancelled()) {
            console.say("Stopped before the end; the same command continues where this one stopped.");
        }
        if (session.json()) {
            session.printJson(Report.of(report));
        } else {
            console.line(String.format(
                    Locale.ROOT,
                    "%s listed: %,d listened to, %,d unchanged, %,d newly offline, %,d failed.",
                    Words.count(report.listed(), "file", "files"),
                    report.embedded(),
                    report.unchanged(),
                    report.offline(),
                    report.failed()));
        }
    }
}
