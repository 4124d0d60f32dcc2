package app.earmark.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many hits are wanted. */
final class HitLimit {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "-n", paramLabel = "N", defaultValue = "20", description = "Most hits wanted (${DEFAULT-VALUE}).")
    private int limit;

    int value() {
        if (limit < 1) {
            throw new ParameterException(command.commandLine(), "-n takes a number from 1 on, not " + limit + ".");
        }
        return limit;
    }
}
