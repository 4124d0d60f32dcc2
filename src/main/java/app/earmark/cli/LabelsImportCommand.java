package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Taxonomy;
import app.earmark.taxonomies.ExampleTaxonomy;
import app.earmark.taxonomies.TaxonomyFile;
import app.earmark.taxonomies.UnusableTaxonomy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Take a taxonomy from a CSV or YAML file; one of the same name is replaced. Can be undone.")
final class LabelsImportCommand extends LabelsEditCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE")
    private Path file;

    @Option(
            names = "--example",
            description = "Take the tutorial's taxonomy, sounds of a Roman arena, instead of a file.")
    private boolean example;

    @Option(names = "--name", paramLabel = "NAME", description = "Another name than the file gives.")
    private String name;

    LabelsImportCommand(Session session) {
        super(session);
    }

    @Override
    Change change(Earmark earmark) throws UnusableTaxonomy {
        if (example == (file != null)) {
            throw new CommandFailure(ExitCode.USAGE, "Name a file to import, or say --example.");
        }
        Taxonomy read = read();
        Taxonomy named = name == null
                ? read
                : new Taxonomy(name.strip(), read.active(), read.rule(), read.templates(), read.labels());
        return new Change(earmark.taxonomies().taxonomy(named.name()), Optional.of(named));
    }

    private Taxonomy read() throws UnusableTaxonomy {
        if (example) {
            return ExampleTaxonomy.load();
        }
        Path absolute = FileLookup.absolute(file);
        if (Files.notExists(absolute)) {
            throw CommandFailure.notFound("There is no file " + absolute + ".");
        }
        return TaxonomyFile.read(absolute);
    }
}
