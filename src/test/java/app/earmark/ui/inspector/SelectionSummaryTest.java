package app.earmark.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.Clip;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.TagSource;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.ui.fakes.MemoryCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionSummaryTest {

    private final MemoryCatalog catalog = MemoryCatalog.of(2_500);

    @Test
    void countsEachLabelBySourceOverAllPages() throws CancelledWork {
        List<ClipId> all = catalog.matching(ClipFilter.ALL);
        catalog.hold(all, "everywhere");
        catalog.reject(all.subList(0, 7), "RAIN");

        SelectionSummary summary = summary(all);

        LabelSpread first = summary.held().get(0);
        assertThat(first.label()).isEqualTo("everywhere");
        assertThat(first.by(TagSource.PERSON)).hasSize(2_500);
        assertThat(first.unconfirmed()).isEmpty();
        assertThat(summary.rejected())
                .filteredOn(spread -> spread.label().equals("RAIN"))
                .allMatch(spread -> spread.rejected().size() == 7);
        assertThat(summary.untagged()).isZero();
        assertThat(summary.guessed()).noneMatch(spread -> spread.held() > 0);
    }

    private SelectionSummary summary(List<ClipId> ids) throws CancelledWork {
        List<Clip> clips = List.copyOf(catalog.findAll(ids).values());
        return SelectionSummary.of(clips, catalog, Progress.NONE);
    }
}
