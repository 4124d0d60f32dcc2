package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.SoundLibrary;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "libraries",
        mixinStandardHelpOptions = true,
        description = "List the folders that were scanned, with their number of clips.")
final class LibrariesCommand extends EarmarkSubcommand {

    LibrariesCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Libraries(List<Entry> libraries) {}

    record Entry(Path path, String name, long clips, boolean absent) {}

    @Override
    int run(Earmark earmark) {
        List<SoundLibrary> libraries = earmark.clips().libraries();
        if (session.json()) {
            session.printJson(new Libraries(libraries.stream()
                    .map(l -> new Entry(l.root(), l.name(), l.clipCount(), l.absent()))
                    .toList()));
            return ExitCode.DONE;
        }
        if (libraries.isEmpty()) {
            session.console().say("No library yet; add one with: earmark scan FOLDER");
        }
        for (SoundLibrary library : libraries) {
            session.console()
                    .wholeLine(Printable.pad(Words.count(library.clipCount(), "clip", "clips"), 14)
                            + library.root()
                            + remark(library));
        }
        return ExitCode.DONE;
    }

    private static String remark(SoundLibrary library) {
        if (library.clipCount() == 0) {
            return "  (no sounds; to take it off this list: earmark forget " + library.root() + ")";
        }
        return library.absent() ? "  (not there at the last scan)" : "";
    }
}
