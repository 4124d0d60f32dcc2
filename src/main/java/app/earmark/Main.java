package app.earmark;

import app.earmark.assembly.EarmarkHome;
import app.earmark.assembly.StandardParts;
import app.earmark.cli.CommandLineInterface;
import app.earmark.cli.Console;
import app.earmark.cli.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Picks the window or the command line. Deliberately no JavaFX Application, so that it starts from a plain class path. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        followHome(System.getenv("HOME"));
        EarmarkHome home = EarmarkHome.ofThisMachine();
        prepare(home);
        if (args.length == 0) {
            Optional<String> failure = WindowStart.open(home);
            failure.ifPresent(System.err::println);
            System.exit(failure.isPresent() ? 1 : 0);
        }
        Console console = Console.ofProcess();
        System.exit(new CommandLineInterface(console, home, new StandardParts())
                .run(Interruption.ofProcess(console), args));
    }

    /** As the shell's {@code ~} and other programs do; Java by itself asks the list of users, which need not know who runs it. */
    private static void followHome(String named) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        if (!windows && named != null && Path.of(named).isAbsolute()) {
            System.setProperty("user.home", named);
        }
    }

    /** Points log and native caches to the home folder; what the person set on the command line stands. */
    private static void prepare(EarmarkHome home) {
        EarmarkHome scratch = ScratchFolder.of(home);
        if (!scratch.equals(home)) {
            System.err.println(
                    "The folder " + home.folder() + " can't be written, so this run leaves no log; name another"
                            + " one in " + EarmarkHome.VARIABLE + ".");
        }
        scratch.systemProperties().forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        try {
            // SQLite's driver insists on a folder that is there.
            Files.createDirectories(Path.of(System.getProperty("org.sqlite.tmpdir")));
        } catch (IOException e) {
            System.clearProperty("org.sqlite.tmpdir");
        }
    }
}
