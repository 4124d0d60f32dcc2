package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description =
                "Remove labels, or a whole taxonomy. Tags that you gave stay; those of the model go. Can be undone.")
final class LabelsRemoveCommand extends LabelsEditCommand {

    @Parameters(arity = "0..*", paramLabel = "LABEL")
    private List<String> words = List.of();

    @Option(
            names = "--taxonomy",
            paramLabel = "NAME",
            description = "Where they are; \"" + Taxonomy.OWN + "\" unless given.")
    private String name = Taxonomy.OWN;

    @Option(names = "--all", description = "Remove the whole taxonomy.")
    private boolean all;

    LabelsRemoveCommand(Session session) {
        super(session);
    }

    @Override
    Change change(Earmark earmark) {
        if (all != words.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "Name the labels to remove, or say --all for the whole taxonomy.");
        }
        Taxonomy before = require(earmark, name);
        if (all && !before.name().equals(Taxonomy.OWN)) {
            return new Change(Optional.of(before), Optional.empty());
        }
        Set<String> keys = new HashSet<>();
        words.forEach(word -> keys.add(TagPrecedence.keyOf(word)));
        List<TaxonomyLabel> kept = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (TaxonomyLabel label : before.labels()) {
            String key = TagPrecedence.keyOf(label.label());
            if (all || keys.contains(key)) {
                found.add(key);
            } else {
                kept.add(label);
            }
        }
        keys.removeAll(found);
        if (!keys.isEmpty()) {
            throw CommandFailure.notFound(
                    "\"" + before.name() + "\" has no label " + String.join(", ", keys) + "; see: earmark labels list");
        }
        return new Change(
                Optional.of(before),
                Optional.of(new Taxonomy(
                        before.name(), before.active(), before.rule(), before.templates(), orphansUp(kept, found))));
    }

    /** What stood under a removed label stands at the top. */
    private static List<TaxonomyLabel> orphansUp(List<TaxonomyLabel> labels, Set<String> removed) {
        return labels.stream()
                .map(label -> new TaxonomyLabel(
                        label.label(),
                        label.parent().filter(parent -> !removed.contains(TagPrecedence.keyOf(parent))),
                        label.prompts(),
                        label.threshold(),
                        label.heard()))
                .toList();
    }
}
