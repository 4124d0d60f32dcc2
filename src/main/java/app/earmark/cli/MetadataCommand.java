package app.earmark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands on the metadata in files. */
@Command(
        name = "metadata",
        mixinStandardHelpOptions = true,
        description = "Show what a file itself says, write into files what the catalogue knows, and take that back.")
final class MetadataCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "metadata takes one of show, write, undo.");
    }
}
