package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.library.Taxonomy;
import app.earmark.progress.CancelledWork;
import app.earmark.taxonomies.TagPreview;
import app.earmark.taxonomies.TagPreview.LabelPreview;
import app.earmark.taxonomies.TagPreviewer;
import app.earmark.taxonomies.TaxonomyCheck;
import app.earmark.taxonomies.TaxonomyDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A change of one taxonomy, made or with {@code --dry-run} only tried out on all sounds. */
@Command(mixinStandardHelpOptions = true)
abstract class LabelsEditCommand extends EarmarkSubcommand {

    private static final int EXAMPLES = 5;

    @Option(
            names = "--dry-run",
            description = "Change nothing; say which sounds would gain or lose a tag of the model.")
    private boolean dryRun;

    LabelsEditCommand(Session session) {
        super(session);
    }

    /** The object that these commands print; {@code preview} is there with {@code --dry-run} only. */
    record Changed(
            String taxonomy,
            List<String> added,
            List<String> changed,
            List<String> removed,
            boolean settings,
            boolean dryRun,
            Previewed preview) {}

    record Previewed(int clips, int gained, int lost, List<PreviewedLabel> labels) {}

    record PreviewedLabel(
            String label, int before, int after, int gained, int lost, List<String> gaining, List<String> losing) {}

    /**
     * A taxonomy before and after.
     *
     * @param after absent where it goes
     */
    record Change(Optional<Taxonomy> before, Optional<Taxonomy> after) {
        String name() {
            return after.or(() -> before).orElseThrow().name();
        }
    }

    /** What the person asks for. */
    abstract Change change(Earmark earmark) throws Exception;

    @Override
    Access access() {
        return dryRun ? Access.READ : Access.CHANGE;
    }

    @Override
    final int run(Earmark earmark) throws Exception {
        Change change = change(earmark);
        change.after().flatMap(TaxonomyCheck::problem).ifPresent(problem -> {
            throw new CommandFailure(ExitCode.USAGE, problem.sentence());
        });
        int exitCode = ExitCode.DONE;
        Previewed preview = null;
        if (dryRun) {
            preview = preview(earmark, change);
        } else if (!change.before().equals(change.after())) {
            change.after().ifPresentOrElse(earmark.taxonomies()::save, () -> earmark.taxonomies()
                    .remove(change.name()));
            exitCode = new LabelChange(session).follow(earmark);
        }
        print(change, preview);
        return exitCode;
    }

    private Previewed preview(Earmark earmark, Change change) throws Exception {
        List<Taxonomy> before = earmark.taxonomies().taxonomies();
        List<Taxonomy> after = new ArrayList<>(before);
        after.removeIf(taxonomy -> taxonomy.name().equals(change.name()));
        change.after().ifPresent(taxonomy -> after.add(placeOf(before, taxonomy.name()), taxonomy));
        ConsoleProgress progress = session.progress();
        try (TagPreviewer previewer = earmark.tagPreviewer()) {
            TagPreview preview = previewer.preview(before, after, EXAMPLES, progress);
            return new Previewed(
                    preview.clips(),
                    preview.gained(),
                    preview.lost(),
                    preview.labels().stream()
                            .map(label -> previewed(earmark, label))
                            .toList());
        } catch (CancelledWork e) {
            throw new CommandFailure(ExitCode.CANCELLED, "Stopped; nothing was changed.");
        } finally {
            progress.clear();
        }
    }

    /** Taxonomies count by name, after the person's own labels. */
    private static int placeOf(List<Taxonomy> others, String name) {
        return (int) others.stream()
                .filter(other -> !other.name().equals(name))
                .filter(other -> other.name().equals(Taxonomy.OWN)
                        || !name.equals(Taxonomy.OWN) && other.name().compareTo(name) < 0)
                .count();
    }

    private static PreviewedLabel previewed(Earmark earmark, LabelPreview label) {
        return new PreviewedLabel(
                label.label(),
                label.before(),
                label.after(),
                label.gained(),
                label.lost(),
                paths(earmark, label.gainedExamples()),
                paths(earmark, label.lostExamples()));
    }

    private static List<String> paths(Earmark earmark, List<TagPreview.Example> examples) {
        List<ClipId> ids = examples.stream().map(TagPreview.Example::clip).toList();
        Map<ClipId, Clip> clips = earmark.clips().findAll(ids);
        return ids.stream()
                .filter(clips::containsKey)
                .map(id -> clips.get(id).path().toString())
                .toList();
    }

    private void print(Change change, Previewed preview) {
        TaxonomyDifference difference = change.after()
                .map(after -> TaxonomyDifference.of(change.before(), after))
                .orElseGet(() -> new TaxonomyDifference(
                        List.of(),
                        List.of(),
                        change.before().orElseThrow().labels().stream()
                                .map(label -> label.label())
                                .toList(),
                        true));
        if (session.json()) {
            session.printJson(new Changed(
                    change.name(),
                    difference.added(),
                    difference.changed(),
                    difference.removed(),
                    difference.settings(),
                    dryRun,
                    preview));
            return;
        }
        session.console()
                .line(change.name() + ": " + difference.added().size() + " added, "
                        + difference.changed().size() + " changed, "
                        + difference.removed().size() + " removed"
                        + (dryRun ? "; nothing was changed (--dry-run)." : "."));
        if (preview != null) {
            session.console()
                    .line("Of " + Words.count(preview.clips(), "sound", "sounds") + ": " + preview.gained()
                            + " tags more, " + preview.lost() + " less.");
            for (PreviewedLabel label : preview.labels()) {
                if (label.before() + label.after() > 0) {
                    session.console()
                            .line("  " + label.label() + ": " + label.before() + " → " + label.after() + " (+"
                                    + label.gained() + " −" + label.lost() + ")");
                    label.gaining().forEach(path -> session.console().line("    + " + path));
                    label.losing().forEach(path -> session.console().line("    − " + path));
                }
            }
        }
    }

    static Taxonomy require(Earmark earmark, String name) {
        return find(earmark, name)
                .orElseThrow(() ->
                        CommandFailure.notFound("There is no taxonomy \"" + name + "\"; see: earmark labels list"));
    }

    /** The taxonomy of this name, in its exact spelling if there is one, else whatever the case. */
    static Optional<Taxonomy> find(Earmark earmark, String name) {
        return earmark.taxonomies().taxonomy(name).or(() -> earmark.taxonomies().taxonomies().stream()
                .filter(taxonomy -> taxonomy.name().equalsIgnoreCase(name.strip()))
                .findFirst());
    }
}
