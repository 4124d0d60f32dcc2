package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Taxonomy;
import app.earmark.taxonomies.TaxonomyFile;
import app.earmark.taxonomies.UnusableTaxonomy;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a taxonomy into a CSV or YAML file, by the name's ending.")
final class LabelsExportCommand extends EarmarkSubcommand {

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(
            names = "--taxonomy",
            paramLabel = "NAME",
            description = "Which one; \"" + Taxonomy.OWN + "\" unless given.")
    private String name = Taxonomy.OWN;

    @Option(names = "--ucs", description = "The CatIDs with Earmark's prompts instead, to start a taxonomy from.")
    private boolean ucs;

    LabelsExportCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Exported(Path path, String taxonomy, int labels) {}

    @Override
    int run(Earmark earmark) throws UnusableTaxonomy {
        Taxonomy taxonomy = ucs ? earmark.ucsTaxonomy() : LabelsEditCommand.require(earmark, name);
        Path target = FileLookup.absolute(file);
        TaxonomyFile.write(taxonomy, target);
        if (session.json()) {
            session.printJson(
                    new Exported(target, taxonomy.name(), taxonomy.labels().size()));
        } else {
            session.console()
                    .wholeLine(Words.count(taxonomy.labels().size(), "label", "labels") + " of " + taxonomy.name()
                            + " written to " + target);
        }
        return ExitCode.DONE;
    }
}
