package app.earmark.assembly;

import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.Edit;
import app.earmark.metadata.FileMetadata;
import app.earmark.metadata.UnreadableMetadata;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what the catalogue knows of clips into their files, when a person asks for it. None of it belongs on the UI thread.
 * Undoing is {@link Undo}'s, as for every edit.
 */
public interface MetadataEditor {

    /** What a file itself says; the catalogue stays closed. */
    FileMetadata read(Path file) throws UnreadableMetadata;

    /** What writing these fields into a file would change; the catalogue stays closed. */
    MetadataPlan plan(Path file, ClipFields fields);

    /**
     * What writing would change: the clips' fields, the person's own among them, the category of the strongest CatID, and the
     * tags as keywords. Files are read, none is changed.
     *
     * @param modelTags whether labels that only the model asserts count; once they are in the file, nothing tells them from
     *     others
     */
    List<MetadataPlan> plan(Collection<ClipId> clips, boolean modelTags, Progress progress) throws CancelledWork;

    /** As {@link #plan(Collection, boolean, Progress)}, without what only the model asserts. */
    default List<MetadataPlan> plan(Collection<ClipId> clips, Progress progress) throws CancelledWork {
        return plan(clips, false, progress);
    }

    /**
     * Writes, and records it as one edit that can be undone. The catalogue goes on knowing the files; nothing is listened to
     * again.
     */
    Written write(List<MetadataPlan> plans, Progress progress);

    /**
     * What became of it.
     *
     * @param edit empty if nothing was written
     * @param written files
     * @param refused sentences, by file; those files are as they were
     * @param cancelled whether it ended early; what was written is in the edit
     */
    record Written(Optional<Edit> edit, List<Path> written, Map<Path, String> refused, boolean cancelled) {}
}
