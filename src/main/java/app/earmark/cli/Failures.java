package app.earmark.cli;

import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.PackUnavailable;
import app.earmark.assembly.UnusableFile;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.UnusablePack;
import app.earmark.export.SheetFailure;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.progress.CancelledWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever ended a command into one sentence and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Console console;
    private final boolean json;
    private final EarmarkHome home;

    Failures(Console console, boolean json, EarmarkHome home) {
        this.console = console;
        this.json = json;
        this.home = home;
    }

    /** What {@code --json} prints instead of a result. */
    record Failed(Problem error) {}

    record Problem(int exitCode, String message) {}

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String message = wrong.getMessage();
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, new java.io.PrintWriter(console.err(), true));
        return say(
                ExitCode.USAGE,
                message + (message.endsWith(".") || message.endsWith("?") ? "" : ".") + " See: "
                        + command.getCommandSpec().qualifiedName() + " --help");
    }

    @Override
    public int handleExecutionException(Exception ended, CommandLine line, ParseResult parsed) {
        if (ended instanceof CommandFailure failure) {
            return say(failure.exitCode(), failure.getMessage());
        }
        if (ended instanceof ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        if (ended instanceof CancelledWork) {
            return say(ExitCode.CANCELLED, "Stopped.");
        }
        if (ended instanceof CatalogueUnavailable
                || ended instanceof EncoderFailure
                || ended instanceof PackUnavailable
                || ended instanceof SheetFailure
                || ended instanceof UnusablePack
                || ended instanceof UnusableFile) {
            LOG.warn("the command ended early", ended);
            return say(ExitCode.COULD_NOT, ended.getMessage());
        }
        LOG.error("the command failed", ended);
        return say(
                ExitCode.COULD_NOT,
                "Something went wrong that should not have; please report it with the log in " + home.logs() + ".");
    }

    private int say(int exitCode, String sentence) {
        console.say(sentence);
        if (json) {
            console.out().println(Json.text(new Failed(new Problem(exitCode, sentence))));
            console.out().flush();
        }
        return exitCode;
    }
}
