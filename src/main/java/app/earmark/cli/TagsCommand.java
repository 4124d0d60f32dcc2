package app.earmark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands on tags; see {@link TagsListCommand} and {@link TagEditCommand}. */
@Command(
        name = "tags",
        mixinStandardHelpOptions = true,
        description = "List a clip's tags, and add, confirm, reject or take back your own word on them.")
final class TagsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "tags takes one of list, add, remove, confirm, reject.");
    }
}
