package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.LabelNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Brings everything that follows from claims, fields and names up to date, inside the change that altered them. */
final class ClipWrites {

    private static final int CHUNK = 2000;

    private final ResolvedTags tags;

    ClipWrites(LabelNames names) {
        this.tags = new ResolvedTags(names);
    }

    /** After claims changed, and nothing else by which a clip is found. */
    void refreshTags(Connection c, Collection<ClipId> clips) throws SQLException {
        for (List<ClipId> chunk : chunks(clips)) {
            tags.refresh(c, chunk);
        }
    }

    /** After claims changed, and names or fields. */
    void refreshTagsAndText(Connection c, Collection<ClipId> clips) throws SQLException {
        for (List<ClipId> chunk : chunks(clips)) {
            tags.refresh(c, chunk);
            SearchText.refresh(c, chunk);
        }
    }

    /** After names or fields changed, but no claim. */
    void refreshText(Connection c, Collection<ClipId> clips) throws SQLException {
        for (List<ClipId> chunk : chunks(clips)) {
            SearchText.refresh(c, chunk);
        }
    }

    private static List<List<ClipId>> chunks(Collection<ClipId> clips) {
        List<ClipId> all = List.copyOf(clips);
        List<List<ClipId>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}
