package app.earmark.cli;

import app.earmark.assembly.Earmark;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List a clip's tags with score and source, the model's guesses, and what you rejected.")
final class TagsListCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "FILE", description = "A file in the catalogue.")
    private Path file;

    TagsListCommand(Session session) {
        super(session);
    }

    @Override
    int run(Earmark earmark) {
        new TagsPrinter(session).print(earmark, new FileLookup(earmark).require(file));
        return ExitCode.DONE;
    }
}
