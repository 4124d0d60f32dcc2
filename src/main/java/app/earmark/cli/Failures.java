package app.earmark.cli;

import app.earmark.assembly.PackUnavailable;
import app.earmark.assembly.UnusableFile;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.UnusablePack;
import app.earmark.export.SheetFailure;
import app.earmark.importing.UnreadableSheet;
import app.earmark.library.CatalogueMissing;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.modelhub.UnusableModel;
import app.earmark.modelhub.download.DownloadFailure;
import app.earmark.progress.CancelledWork;
import app.earmark.taxonomies.UnusableTaxonomy;
import java.io.IOException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever ended a command into one sentence and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Session session;
    private final Console console;
    private final boolean json;

    Failures(Session session, boolean json) {
        this.session = session;
        this.console = session.console();
        this.json = json;
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
                message + (message.endsWith(".") || message.endsWith("?") ? "" : ".") + dashes(command, arguments)
                        + " See: " + command.getCommandSpec().qualifiedName() + " --help");
    }

    /** A search, and a file's name, may begin with a dash. */
    private static String dashes(CommandLine command, String[] arguments) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.positionalParameters().isEmpty()) {
            return "";
        }
        return Stream.of(arguments)
                .takeWhile(argument -> !argument.equals("--"))
                .filter(argument -> argument.startsWith("-") && !isOption(spec, argument))
                .findFirst()
                .map(argument -> " If you mean the text itself: " + spec.qualifiedName() + " -- "
                        + (argument.contains(" ") ? '"' + argument + '"' : argument) + ".")
                .orElse("");
    }

    private static boolean isOption(CommandSpec spec, String argument) {
        return spec.optionsMap().containsKey(argument.replaceFirst("=.*", "")) || argument.matches("-n\\d+");
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
        if (ended instanceof CatalogueMissing) {
            return say(ExitCode.NOT_FOUND, session.noCatalogue());
        }
        if (ended instanceof DownloadFailure failure) {
            LOG.warn("the command ended early", ended);
            boolean notFound = failure.reason() == DownloadFailure.Reason.NOT_FOUND;
            return say(notFound ? ExitCode.NOT_FOUND : ExitCode.COULD_NOT, ended.getMessage());
        }
        if (ended instanceof CatalogueUnavailable
                || ended instanceof EncoderFailure
                || ended instanceof PackUnavailable
                || ended instanceof SheetFailure
                || ended instanceof UnreadableSheet
                || ended instanceof UnusablePack
                || ended instanceof UnusableFile
                || ended instanceof UnusableModel
                || ended instanceof UnusableTaxonomy) {
            LOG.warn("the command ended early", ended);
            return say(ExitCode.COULD_NOT, ended.getMessage());
        }
        LOG.error("the command failed", ended);
        return say(
                ExitCode.COULD_NOT,
                "Something went wrong that should not have; please report it with the log in "
                        + session.home().logs() + ".");
    }

    private void print(Problem problem) {
        try {
            if (session.begunJson().isPresent()) {
                session.begunJson().get().endWith(problem);
            } else {
                session.printJson(new Failed(problem));
            }
        } catch (IOException e) {
            LOG.warn("the failure could not be printed", e);
        }
    }

    private int say(int exitCode, String sentence) {
        console.say(sentence);
        if (json) {
            print(new Problem(exitCode, sentence));
        }
        return exitCode;
    }
}
