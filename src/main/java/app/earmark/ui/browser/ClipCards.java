package app.earmark.ui.browser;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Peaks;
import app.earmark.ui.task.Background;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads cards in pages, newest wish first, and keeps the ones used last. Lives on the window's thread. */
final class ClipCards {

    private static final int PAGE = 64;
    private static final int MOST_WAITING = 256;

    private final ClipCatalog clips;
    private final Background background;
    private final int capacity;
    private final LinkedHashMap<ClipId, ResultRow> held = new LinkedHashMap<>(256, 0.75f, true);
    private final LinkedHashMap<ClipId, ResultRow> waiting = new LinkedHashMap<>();
    private boolean reading;

    ClipCards(ClipCatalog clips, Background background, int capacity) {
        this.clips = clips;
        this.background = background;
        this.capacity = capacity;
    }

    void want(ResultRow row) {
        ResultRow holder = held.get(row.clip());
        if (holder != null && holder != row && holder.cardNow() != null) {
            held.put(row.clip(), row);
            row.setCard(holder.cardNow());
            return;
        }
        waiting.remove(row.clip());
        waiting.put(row.clip(), row);
        if (waiting.size() > MOST_WAITING) {
            Iterator<ClipId> oldest = waiting.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        if (!reading) {
            reading = true;
            background.show(this::readPage);
        }
    }

    private void readPage() {
        List<ResultRow> newestFirst = new ArrayList<>(waiting.values());
        java.util.Collections.reverse(newestFirst);
        List<ResultRow> page = List.copyOf(newestFirst.subList(0, Math.min(PAGE, newestFirst.size())));
        if (page.isEmpty()) {
            reading = false;
            return;
        }
        page.forEach(row -> waiting.remove(row.clip()));
        background.load(
                () -> read(page.stream().map(ResultRow::clip).toList()),
                cards -> {
                    page.forEach(row -> hold(row, cards.get(row.clip())));
                    readPage();
                },
                failure -> reading = false);
    }

    private Map<ClipId, ClipCard> read(Collection<ClipId> ids) {
        Map<ClipId, Clip> found = clips.findAll(ids);
        Map<ClipId, ClipTags> tags = clips.tagsOf(ids);
        Map<ClipId, Peaks> thumbnails = clips.thumbnailsOf(ids);
        Map<ClipId, ClipCard> cards = new HashMap<>();
        found.forEach((id, clip) -> cards.put(
                id, new ClipCard(clip, tags.getOrDefault(id, ClipTags.NONE), Optional.ofNullable(thumbnails.get(id)))));
        return cards;
    }

    private void hold(ResultRow row, ClipCard card) {
        if (card == null) {
            return;
        }
        if (!card.equals(row.cardNow())) {
            row.setCard(card);
        }
        held.put(row.clip(), row);
        if (held.size() > capacity) {
            Iterator<ResultRow> oldest = held.values().iterator();
            oldest.next().setCard(null);
            oldest.remove();
        }
    }

    /** Reads again what is shown or was a moment ago, and forgets the rest. */
    void refresh() {
        List<ResultRow> rows = new ArrayList<>(held.values());
        int recent = Math.max(0, rows.size() - MOST_WAITING);
        rows.subList(0, recent).forEach(row -> {
            held.remove(row.clip());
            row.setCard(null);
        });
        rows.subList(recent, rows.size()).forEach(row -> waiting.put(row.clip(), row));
        if (!reading) {
            reading = true;
            background.show(this::readPage);
        }
    }

    int size() {
        return held.size();
    }
}
