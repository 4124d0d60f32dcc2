package app.earmark.library;

import java.nio.file.Path;
import java.util.List;

/**
 * What a walk through a library found to be different from the catalogue.
 *
 * @param added files not recorded before
 * @param changed recorded files whose stamp differs: their facts, embeddings, peaks, model tags and claims of source name and
 *     file are made anew; what a person said stays;
 *     one that was offline is back online
 * @param moved recorded files found elsewhere
 * @param vanished recorded files that are gone: marked offline, nothing else
 * @param returned recorded files that were offline and are back unchanged
 */
public record ListingChanges(
        List<FoundFile> added,
        List<ChangedFile> changed,
        List<MovedFile> moved,
        List<ClipId> vanished,
        List<ClipId> returned) {

    public static final ListingChanges NONE = new ListingChanges(List.of(), List.of(), List.of(), List.of(), List.of());

    public record FoundFile(Path path, FileStamp stamp) {}

    public record ChangedFile(ClipId id, FileStamp stamp) {}

    public record MovedFile(ClipId id, Path newPath, FileStamp stamp) {}
}
