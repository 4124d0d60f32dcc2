package app.earmark.ui.labels;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import app.earmark.ui.fakes.MemoryLabels;
import app.earmark.ui.fakes.Threads;
import app.earmark.ui.task.TaskListViewModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelsViewModelTest {

    private final Threads threads = new Threads();
    private final MemoryLabels service = new MemoryLabels();
    private final TaskListViewModel tasks = new TaskListViewModel(threads.background());
    private int changes;
    private final LabelsViewModel model =
            new LabelsViewModel(service, false, tasks, threads.background(), () -> changes++);

    @BeforeEach
    void open() {
        model.refresh();
    }

    @Test
    void triesADraftOutAfterAPauseAndStoresNothing() {
        model.change(draft -> Draft.with(draft, TaxonomyLabel.of("roar", List.of("a crowd roars"))));
        model.change(draft ->
                Draft.changed(draft, "roar", label -> TaxonomyLabel.of("roar", List.of("a crowd roars", "cheering"))));
        assertThat(service.previews).isZero();
        threads.pass(Duration.ofSeconds(1));
        assertThat(service.previews).isEqualTo(1);
        assertThat(model.summary().get()).contains("roar: 0 → 2 of 100 sounds (+2, −0)");
        assertThat(service.taxonomies().get(0).labels()).isEmpty();
        assertThat(changes).isZero();
    }

    @Test
    void storesADraftWhenApplied() {
        model.change(draft -> Draft.with(draft, TaxonomyLabel.of("roar", List.of())));
        assertThat(model.edited().get()).isTrue();
        model.apply();
        assertThat(service.taxonomies().get(0).labels()).hasSize(1);
        assertThat(model.edited().get()).isFalse();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void dropsADraftWhenReverted() {
        model.change(draft -> Draft.with(draft, TaxonomyLabel.of("roar", List.of())));
        model.revert();
        threads.pass(Duration.ofSeconds(1));
        assertThat(model.draft().get().labels()).isEmpty();
        assertThat(model.edited().get()).isFalse();
        assertThat(service.previews).isZero();
    }

    @Test
    void appliesNothingThatCannotBeUsed() {
        model.change(draft -> Draft.with(
                draft, new TaxonomyLabel("roar", Optional.of("nothing"), List.of(), OptionalDouble.of(3), true)));
        assertThat(model.problem().get()).contains("-1 to 1");
        threads.pass(Duration.ofSeconds(1));
        model.apply();
        assertThat(service.previews).isZero();
        assertThat(service.taxonomies().get(0).labels()).isEmpty();
    }

    @Test
    void addsRenamesAndRemovesATaxonomy() {
        model.addExample();
        assertThat(model.draft().get().name()).isEqualTo("Roman gladiator");
        model.rename("Arena");
        assertThat(model.names()).containsExactly(Taxonomy.OWN, "Arena");
        assertThat(model.draft().get().labels()).hasSizeGreaterThan(15);
        model.add("arena");
        assertThat(tasks.notice().get().sentence()).contains("already");
        model.remove();
        assertThat(model.names()).containsExactly(Taxonomy.OWN);
        assertThat(model.isOwn()).isTrue();
    }

    @Test
    void putsWhatStoodUnderARemovedLabelToTheTop() {
        model.addExample();
        model.change(draft -> Draft.without(draft, "arms"));
        assertThat(model.problem().get()).isEmpty();
        assertThat(Draft.find(model.draft().get(), "sword clang").orElseThrow().parent())
                .isEmpty();
    }

    @Test
    void keepsADraftWhenTheCatalogueIsReadAgain() {
        model.change(draft -> Draft.with(draft, TaxonomyLabel.of("roar", List.of())));
        model.refresh();
        assertThat(model.draft().get().labels()).hasSize(1);
    }
}
