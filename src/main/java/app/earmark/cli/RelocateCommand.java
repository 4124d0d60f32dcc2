package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.Relocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "relocate",
        mixinStandardHelpOptions = true,
        description = {
            "Say where a library is now that was moved, or whose disk has another name.",
            "Its clips keep their tags and are not listened to again."
        })
final class RelocateCommand extends EarmarkSubcommand {

    @Parameters(index = "0", paramLabel = "OLD", description = "Where the library was, or a folder that held several.")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "Where it is now.")
    private Path target;

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask, even if OLD is still there or few of its sounds are in NEW.")
    private boolean yes;

    RelocateCommand(Session session) {
        super(session);
    }

    /**
     * The object that this command prints.
     *
     * @param found how many of the clips have a file at the new place
     */
    record Relocated(long clips, long found, List<Move> libraries) {}

    record Move(Path from, Path to) {}

    @Override
    Access access() {
        return Access.CHANGE;
    }

    @Override
    int run(Earmark earmark) {
        Relocation relocation = Relocation.of(earmark, FileLookup.absolute(old), FileLookup.absolute(target));
        if (relocation.libraries().isEmpty()) {
            throw CommandFailure.notFound("There is no library " + relocation.from() + "; see: earmark libraries");
        }
        if (!Files.isDirectory(relocation.to())) {
            throw CommandFailure.notFound("There is no folder " + relocation.to() + ".");
        }
        confirm(relocation);
        relocation.apply(earmark);
        print(relocation);
        return ExitCode.DONE;
    }

    private void confirm(Relocation relocation) {
        String doubt = relocation.stillThere()
                ? relocation.from() + " is still there."
                : relocation.mostFound()
                        ? ""
                        : "Only " + relocation.found() + " of " + Words.count(relocation.clips(), "sound", "sounds")
                                + " are in " + relocation.to() + ".";
        if (!yes
                && !doubt.isEmpty()
                && !Question.ask(
                        session.console(), doubt + " Record the library in " + relocation.to() + " all the same?")) {
            throw new CommandFailure(
                    ExitCode.NEEDS_CONFIRMATION, doubt + " Nothing was changed; to go ahead, add --yes.");
        }
    }

    private void print(Relocation relocation) {
        List<Move> moves = relocation.libraries().stream()
                .map(library -> new Move(library.root(), relocation.newRoot(library)))
                .toList();
        if (session.json()) {
            session.printJson(new Relocated(relocation.clips(), relocation.found(), moves));
            return;
        }
        moves.forEach(move -> session.console().wholeLine(move.from() + " is now " + move.to()));
        session.console()
                .line(Words.count(relocation.clips(), "clip", "clips") + ", " + relocation.found()
                        + " with their file in place.");
    }
}
