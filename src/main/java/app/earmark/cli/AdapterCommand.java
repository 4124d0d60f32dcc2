package app.earmark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands on what a library's own names teach. */
@Command(
        name = "adapter",
        mixinStandardHelpOptions = true,
        description = "Let searches learn from the names of your own sounds, see how good that is, and forget it.")
final class AdapterCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "adapter takes one of: fit, status, remove.");
    }
}
