package app.earmark.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all others, with the options that each of them takes. */
@Command(
        name = "earmark",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Listens to a sound library, tags it, and finds sounds from a typed description.",
        footer = {
            "",
            "Without arguments, Earmark opens its window. Exit codes: 0 done, 1 could not, 2 wrong usage, 3 not found,",
            "4 needs a confirmation, 130 cancelled."
        })
final class EarmarkCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The catalogue to use instead of $EARMARK_HOME/catalogue.db.")
    Path catalogue;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print exactly one JSON object on standard output.")
    boolean json;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
