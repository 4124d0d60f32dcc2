package app.earmark.ui.browser;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order a person chose by clicking a column.
 *
 * @param key the column
 */
record Ordering(SortKey key, boolean descending) {

    private static final int CHUNK = 5_000;

    /** The rows in this order; rows whose clip is gone come last. Reads every clip, so it belongs in the background. */
    List<ResultRow> sort(List<ResultRow> rows, ClipCatalog clips, Progress progress) throws CancelledWork {
        Map<ClipId, Clip> known = new HashMap<>(rows.size() * 2);
        List<ClipId> ids = rows.stream().map(ResultRow::clip).toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            progress.throwIfCancelled();
            known.putAll(clips.findAll(ids.subList(from, Math.min(ids.size(), from + CHUNK))));
        }
        List<ResultRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> known.get(row.clip()), Comparator.nullsLast(key.order(descending))));
        return sorted;
    }
}
