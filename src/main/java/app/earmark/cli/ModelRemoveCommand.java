package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.embed.UnusablePack;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.ShelvedPack;
import app.earmark.modelhub.download.RepositoryId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Delete a model pack. What it found, and your tags, stay in the catalogue.")
final class ModelRemoveCommand extends EarmarkSubcommand {

    @Parameters(
            paramLabel = "PACK",
            description = "As model list names it; the beginning will do. Or the name of a folder it can't use.")
    private String words;

    @Option(
            names = "--cache",
            description = "Also delete what was downloaded for it, for all programs that share the cache.")
    private boolean cache;

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask, even if it is in use.")
    private boolean yes;

    ModelRemoveCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Removed(String removed, long freedBytes, String inUse) {}

    @Override
    int run(Earmark earmark) throws Exception {
        PackShelf shelf = earmark.packs();
        PackLookup lookup = new PackLookup(shelf);
        Optional<PackShelf.UnusableFolder> unusable = lookup.unusable(words);
        if (unusable.isPresent()) {
            return report(words, shelf.remove(unusable.get()), shelf);
        }
        ShelvedPack pack = lookup.find(words);
        boolean inUse = shelf.isInUse(pack.description().packId());
        if (pack.bundled()) {
            throw CommandFailure.couldNot("The pack " + PackLookup.name(pack) + " is part of Earmark and stays.");
        }
        if (inUse
                && !yes
                && !Question.ask(
                        session.console(),
                        PackLookup.name(pack) + " is in use. Remove it, and use the bundled one again?")) {
            throw new CommandFailure(
                    ExitCode.NEEDS_CONFIRMATION,
                    "The pack " + PackLookup.name(pack)
                            + " is in use; use another one first, or add --yes to go back to" + " the bundled one.");
        }
        Optional<RepositoryId> repository = pack.repository();
        long freed = shelf.remove(pack.description().packId());
        if (cache && repository.isPresent()) {
            freed += earmark.models().deleteDownloads(repository.get());
        }
        int code = report(PackLookup.name(pack), freed, shelf);
        if (!session.json() && !cache && repository.isPresent()) {
            session.console().say("What was downloaded for it is still in the cache that programs share.");
        }
        return code;
    }

    private int report(String removed, long freed, PackShelf shelf) throws UnusablePack {
        if (session.json()) {
            session.printJson(new Removed(removed, freed, PackLookup.name(shelf.inUse())));
        } else {
            session.console().wholeLine(removed + " removed, " + Words.megabytes(freed) + " free.");
        }
        return ExitCode.DONE;
    }
}
