package app.earmark.cli;

import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.Parts;
import java.io.IOException;
import java.util.Arrays;
import picocli.CommandLine;

/** The command line: reads the arguments, runs the command, and answers with an exit code. */
public final class CommandLineInterface {

    private final Console console;
    private final EarmarkHome home;
    private final Parts parts;

    public CommandLineInterface(Console console, EarmarkHome home, Parts parts) {
        this.console = console;
        this.home = home;
        this.parts = parts;
    }

    /** Runs one command and returns the process's exit code. */
    public int run(Interruption interruption, String... arguments) {
        EarmarkCommand root = new EarmarkCommand();
        Session session = new Session(console, interruption, home, parts, root);
        CommandLine line = commands(root, session);
        Failures failures = new Failures(session, Arrays.asList(arguments).contains("--json"));
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        line.setOut(new java.io.PrintWriter(console.out(), true));
        line.setErr(new java.io.PrintWriter(console.err(), true));
        int exitCode = line.execute(arguments);
        console.out().flush();
        console.err().flush();
        return console.failure().map(failure -> incomplete(failure, exitCode)).orElse(exitCode);
    }

    private int incomplete(IOException failure, int exitCode) {
        console.say(
                "Standard output did not take the whole result (" + failure.getMessage() + "); let it go elsewhere.");
        return exitCode == ExitCode.DONE ? ExitCode.COULD_NOT : exitCode;
    }

    private static CommandLine commands(EarmarkCommand root, Session session) {
        CommandLine metadata = new CommandLine(new MetadataCommand())
                .addSubcommand(new MetadataShowCommand(session))
                .addSubcommand(new MetadataWriteCommand(session))
                .addSubcommand(new RevertCommand.MetadataUndo(session));
        CommandLine tags = new CommandLine(new TagsCommand())
                .addSubcommand(new TagsListCommand(session))
                .addSubcommand(new TagEditCommand.Add(session))
                .addSubcommand(new TagEditCommand.Remove(session))
                .addSubcommand(new TagEditCommand.Confirm(session))
                .addSubcommand(new TagEditCommand.Reject(session));
        CommandLine model = new CommandLine(new ModelCommand())
                .addSubcommand(new ModelListCommand(session))
                .addSubcommand(new ModelGetCommand(session))
                .addSubcommand(new ModelImportCommand(session))
                .addSubcommand(new ModelUseCommand(session))
                .addSubcommand(new ModelVerifyCommand(session))
                .addSubcommand(new ModelRemoveCommand(session));
        CommandLine labels = new CommandLine(new LabelsCommand())
                .addSubcommand(new LabelsListCommand(session))
                .addSubcommand(new LabelsAddCommand(session))
                .addSubcommand(new LabelsRemoveCommand(session))
                .addSubcommand(new LabelsSetCommand(session))
                .addSubcommand(new LabelsImportCommand(session))
                .addSubcommand(new LabelsExportCommand(session));
        return new CommandLine(root)
                .addSubcommand(new ScanCommand(session))
                .addSubcommand(new SearchCommand(session))
                .addSubcommand(new SimilarCommand(session))
                .addSubcommand(new ClassifyCommand(session))
                .addSubcommand(tags)
                .addSubcommand(new LearnCommand(session))
                .addSubcommand(new HistoryCommand(session))
                .addSubcommand(new RevertCommand.Undo(session))
                .addSubcommand(new RevertCommand.Redo(session))
                .addSubcommand(labels)
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new InfoCommand(session))
                .addSubcommand(new LibrariesCommand(session))
                .addSubcommand(new ForgetCommand(session))
                .addSubcommand(new RelocateCommand(session))
                .addSubcommand(new RenameCommand(session))
                .addSubcommand(metadata)
                .addSubcommand(model)
                .addSubcommand(new CommandLine(new AdapterCommand())
                        .addSubcommand(new AdapterFitCommand(session))
                        .addSubcommand(new AdapterStatusCommand(session))
                        .addSubcommand(new AdapterRemoveCommand(session)))
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new DoctorCommand(session))
                .setExpandAtFiles(false) // a sound, a label and a search may all begin with @
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(60, session.console().width().orElse(100)));
    }
}
