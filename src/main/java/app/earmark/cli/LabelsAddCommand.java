package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.AssertionRule;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Add a label, or change what is given of one that is there. A CatID's prompts replace those that"
                + " Earmark brings.")
final class LabelsAddCommand extends LabelsEditCommand {

    @Parameters(paramLabel = "LABEL")
    private String label;

    @Option(
            names = "--taxonomy",
            paramLabel = "NAME",
            description = "Where it belongs; \"" + Taxonomy.OWN + "\" unless given. Made if it is not there.")
    private String name = Taxonomy.OWN;

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            description = "A short description of how it sounds. May be repeated.")
    private List<String> prompts;

    @Option(names = "--parent", paramLabel = "LABEL", description = "The label of the taxonomy that it stands under.")
    private String parent;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Least score for the model to assert it, from -1 to 1.")
    private Double threshold;

    @Option(
            names = "--hearable",
            negatable = true,
            description = "Whether it can be heard; if not, the model never asserts it.")
    private Boolean heard;

    LabelsAddCommand(Session session) {
        super(session);
    }

    @Override
    Change change(Earmark earmark) {
        if (label.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "A label needs at least one letter.");
        }
        Optional<Taxonomy> before = find(earmark, name);
        Taxonomy taxonomy =
                before.orElseGet(() -> new Taxonomy(name.strip(), true, AssertionRule.OF_PACK, List.of(), List.of()));
        List<TaxonomyLabel> labels = new ArrayList<>(taxonomy.labels());
        String key = TagPrecedence.keyOf(label);
        int place = 0;
        while (place < labels.size()
                && !TagPrecedence.keyOf(labels.get(place).label()).equals(key)) {
            place++;
        }
        if (place == labels.size()) {
            labels.add(TaxonomyLabel.of(label.strip(), List.of()));
        }
        labels.set(place, changed(labels.get(place)));
        return new Change(
                before,
                Optional.of(new Taxonomy(
                        taxonomy.name(), taxonomy.active(), taxonomy.rule(), taxonomy.templates(), labels)));
    }

    private TaxonomyLabel changed(TaxonomyLabel before) {
        return new TaxonomyLabel(
                before.label(),
                parent == null ? before.parent() : Optional.of(parent.strip()).filter(text -> !text.isEmpty()),
                prompts == null ? before.prompts() : prompts,
                threshold == null ? before.threshold() : OptionalDouble.of(threshold),
                heard == null ? before.heard() : heard);
    }
}
