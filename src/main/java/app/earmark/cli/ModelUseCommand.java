package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.embed.UnusablePack;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.ShelvedPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "use",
        mixinStandardHelpOptions = true,
        description = "Put a model pack to use. What you tagged stays; the next scan listens with it.")
final class ModelUseCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "PACK", description = "As model list names it; the beginning will do.")
    private String words;

    ModelUseCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Used(String pack, String before) {}

    @Override
    int run(Earmark earmark) throws Exception {
        PackShelf shelf = earmark.packs();
        ShelvedPack pack = new PackLookup(shelf).find(words);
        String before = before(shelf);
        earmark.use(pack.description().packId());
        if (session.json()) {
            session.printJson(new Used(PackLookup.name(pack), before));
            return ExitCode.DONE;
        }
        session.console().wholeLine(PackLookup.name(pack) + " is in use.");
        if (!PackLookup.name(pack).equals(before)) {
            session.console().say("Next: earmark scan, which lets it listen to your sounds.");
        }
        return ExitCode.DONE;
    }

    private static String before(PackShelf shelf) {
        try {
            return PackLookup.name(shelf.inUse());
        } catch (UnusablePack goneOrDamaged) {
            return null;
        }
    }
}
