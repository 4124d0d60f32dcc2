package app.earmark.store;

import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.LabelNames;
import app.earmark.library.Tag;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Brings everything that follows from claims, fields and names up to date, inside the change that altered them. */
final class ClipWrites {

    private static final int CHUNK = 2000;

    private final LabelNames names;
    private final TagPrecedence precedence;

    ClipWrites(LabelNames names) {
        this.names = names;
        this.precedence = new TagPrecedence(names);
    }

    /** After claims changed, and nothing else by which a clip is found. */
    void refreshTags(Connection c, Collection<ClipId> clips) throws SQLException {
        for (List<ClipId> chunk : chunks(clips)) {
            resolveTags(c, chunk);
            SearchText.refreshTags(c, chunk, names);
        }
    }

    /** After claims changed, and names or fields. */
    void refreshTagsAndText(Connection c, Collection<ClipId> clips) throws SQLException {
        for (List<ClipId> chunk : chunks(clips)) {
            resolveTags(c, chunk);
            SearchText.refresh(c, chunk, names);
        }
    }

    /** After names or fields changed, but no claim. */
    void refreshText(Connection c, Collection<ClipId> clips) throws SQLException {
        for (List<ClipId> chunk : chunks(clips)) {
            SearchText.refresh(c, chunk, names);
        }
    }

    private void resolveTags(Connection c, List<ClipId> clips) throws SQLException {
        Map<ClipId, List<TagClaim>> claims = Claims.of(c, clips);
        new SqlQuery(
                        c,
                        "delete from clip_tag where clip in (select value from json_each(?))",
                        JsonArrays.ofClips(clips))
                .update();
        try (SqlBatch tags = new SqlBatch(
                        c, "insert into clip_tag (clip, label_key, label, source, category) values (?, ?, ?, ?, ?)");
                SqlBatch categories =
                        new SqlBatch(c, "update clip set category = ? where id = ? and category is not ?")) {
            for (ClipId clip : clips) {
                ClipTags resolved = precedence.resolve(claims.getOrDefault(clip, List.of()));
                for (Tag tag : resolved.tags()) {
                    tags.add(
                            clip.value(),
                            TagPrecedence.keyOf(tag.label()),
                            tag.label(),
                            tag.source().code(),
                            names.categoryOf(tag.label()).orElse(null));
                }
                String category = resolved.tags().stream()
                        .flatMap(tag -> names.categoryOf(tag.label()).stream())
                        .findFirst()
                        .orElse(null);
                categories.add(category, clip.value(), category);
            }
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
