package app.earmark.teaching.adapter;

import app.earmark.learning.adapter.NameWords;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.TagSource;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What names, fields and persons say of a catalogue's clips; what a model says takes no part. */
final class LibraryCaptions {

    /** More would drown the name. */
    private static final int MOST_WORDS = 24;

    private static final int BATCH = 500;

    private final ClipCatalog clips;

    LibraryCaptions(ClipCatalog clips) {
        this.clips = clips;
    }

    /** Those of the clips of which anything is said. */
    List<CaptionedClip> read(List<ClipId> all, Progress progress) throws CancelledWork {
        progress.phase("Reading names", all.size());
        List<CaptionedClip> captioned = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            progress.throwIfCancelled();
            List<ClipId> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            Map<ClipId, Clip> found = clips.findAll(batch);
            Map<ClipId, ClipFields> fields = clips.fieldsOf(batch);
            Map<ClipId, ClipTags> tags = clips.tagsOf(batch);
            for (ClipId id : batch) {
                if (found.containsKey(id)) {
                    CaptionedClip clip = caption(
                            found.get(id),
                            fields.getOrDefault(id, ClipFields.NONE),
                            tags.getOrDefault(id, ClipTags.NONE));
                    if (!clip.caption().isEmpty()) {
                        captioned.add(clip);
                    }
                }
            }
            progress.advanced(from + batch.size(), 0);
        }
        return captioned;
    }

    static CaptionedClip caption(Clip clip, ClipFields fields, ClipTags tags) {
        List<String> name = NameWords.of(fields.get("FXName"));
        if (name.isEmpty()) {
            name = NameWords.ofFile(clip.fileName());
        }
        Set<String> words = new LinkedHashSet<>(name);
        for (String field : List.of("Description", "Keywords", "Category", "SubCategory")) {
            words.addAll(NameWords.of(fields.get(field)));
        }
        tags.tags().stream()
                .filter(tag -> tag.source() == TagSource.PERSON || tag.source() == TagSource.FILE)
                .forEach(tag -> words.addAll(NameWords.of(tag.name())));
        Path folder = clip.path().getParent();
        return new CaptionedClip(
                clip.id(), name, words.stream().limit(MOST_WORDS).toList(), folder == null ? "" : folder.toString());
    }
}
