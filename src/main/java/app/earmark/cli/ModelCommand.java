package app.earmark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands on model packs. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Get, choose, check and remove the models that listen to your sounds.")
final class ModelCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "model takes one of: list, get, import, use, verify, remove.");
    }
}
