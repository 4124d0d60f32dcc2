package app.earmark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands on taxonomies; see {@link LabelsListCommand} and {@link LabelsEditCommand}. */
@Command(
        name = "labels",
        mixinStandardHelpOptions = true,
        description = "List, change, import and export the labels that the model looks for beside the CatIDs.")
final class LabelsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "labels takes one of list, add, remove, set, import, export.");
    }
}
