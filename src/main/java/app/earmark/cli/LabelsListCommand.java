package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the taxonomies and their labels, those under a parent set in below it.")
final class LabelsListCommand extends EarmarkSubcommand {

    @Option(names = "--taxonomy", paramLabel = "NAME", description = "Only this taxonomy.")
    private String name;

    LabelsListCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Listed(List<TaxonomyView> taxonomies) {}

    @Override
    int run(Earmark earmark) {
        List<Taxonomy> taxonomies =
                name == null ? earmark.taxonomies().taxonomies() : List.of(LabelsEditCommand.require(earmark, name));
        if (session.json()) {
            session.printJson(
                    new Listed(taxonomies.stream().map(TaxonomyView::of).toList()));
            return ExitCode.DONE;
        }
        for (Taxonomy taxonomy : taxonomies) {
            session.console().line(heading(taxonomy));
            print(taxonomy, Optional.empty(), 1);
        }
        return ExitCode.DONE;
    }

    private void print(Taxonomy taxonomy, Optional<String> parent, int depth) {
        for (TaxonomyLabel label : taxonomy.labels()) {
            if (label.parent().equals(parent)) {
                session.console().line("  ".repeat(depth) + described(label));
                print(taxonomy, Optional.of(label.label()), depth + 1);
            }
        }
    }

    private static String heading(Taxonomy taxonomy) {
        List<String> facts = new ArrayList<>();
        facts.add(Words.count(taxonomy.labels().size(), "label", "labels"));
        if (!taxonomy.active()) {
            facts.add("not active");
        }
        taxonomy.rule().threshold().ifPresent(threshold -> facts.add("threshold " + threshold));
        taxonomy.rule().topK().ifPresent(topK -> facts.add("top-K " + topK));
        taxonomy.rule().margin().ifPresent(margin -> facts.add("margin " + margin));
        taxonomy.templates().forEach(template -> facts.add('"' + template + '"'));
        return taxonomy.name() + " (" + String.join(", ", facts) + ")";
    }

    private static String described(TaxonomyLabel label) {
        List<String> facts = new ArrayList<>();
        if (!label.heard()) {
            facts.add("not hearable");
        }
        label.threshold().ifPresent(threshold -> facts.add("threshold " + threshold));
        return label.label()
                + (facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")")
                + (label.prompts().isEmpty() ? "" : ": " + String.join(" | ", label.prompts()));
    }
}
