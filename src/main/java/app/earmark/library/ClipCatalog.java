package app.earmark.library;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Read side of the catalogue. Every method may touch the disk, so none is called on the UI thread; all are thread-safe.
 *
 * <p>Methods taking ids skip ids that are no longer recorded. A failing database surfaces as {@link
 * CatalogueUnavailable}.
 */
public interface ClipCatalog {

    Optional<Clip> find(ClipId id);

    /** The clip recorded for this absolute path. */
    Optional<Clip> findByPath(Path path);

    Map<ClipId, Clip> findAll(Collection<ClipId> ids);

    /** Ids of all clips that pass, by library, then path. */
    List<ClipId> matching(ClipFilter filter);

    /** How many clips pass. */
    default long count(ClipFilter filter) {
        return matching(filter).size();
    }

    /** The clips that pass, as a set without order: bit n stands for the clip with id n. */
    default BitSet matchingSet(ClipFilter filter) {
        BitSet set = new BitSet();
        matching(filter).forEach(id -> set.set(Math.toIntExact(id.value())));
        return set;
    }

    Map<ClipId, ClipTags> tagsOf(Collection<ClipId> ids);

    /** What each source says, of which {@link #tagsOf} is what follows. */
    Map<ClipId, List<TagClaim>> claimsOf(Collection<ClipId> ids);

    Map<ClipId, ClipFields> fieldsOf(Collection<ClipId> ids);

    /** What a person wrote into fields in place of what file and name say; part of {@link #fieldsOf}. */
    default Map<ClipId, ClipFields> ownFieldsOf(Collection<ClipId> ids) {
        return Map.of();
    }

    /** SHA-256 of each file's bytes when it was last listened to, in lower-case hex; others have no entry. */
    default Map<ClipId, String> contentHashesOf(Collection<ClipId> ids) {
        return Map.of();
    }

    /** The clips whose files had these bytes when they were last listened to or written, by SHA-256 in lower-case hex. */
    default Map<String, List<Clip>> findByContent(Collection<String> hashes) {
        return Map.of();
    }

    /** The pack that each clip was last listened to with; clips without an embedding have no entry. */
    Map<ClipId, PackId> packsOf(Collection<ClipId> ids);

    /** Outlines with {@link Peaks#THUMBNAIL_BUCKETS} buckets; clips not listened to yet have none. */
    Map<ClipId, Peaks> thumbnailsOf(Collection<ClipId> ids);

    /** Outline with {@link Peaks#PLAYER_BUCKETS} buckets. */
    Optional<Peaks> playerPeaks(ClipId id);

    List<SoundLibrary> libraries();

    /** Counts for the side bar and for {@code earmark doctor}. */
    CatalogueCounts counts();

    /** Clips that could not be listened to, newest first. */
    List<ClipFailure> failures();

    /** Grows with every change anybody wrote; equal numbers mean that nothing changed between two reads. */
    long revision();

    default ClipTags tagsOf(ClipId id) {
        return tagsOf(List.of(id)).getOrDefault(id, ClipTags.NONE);
    }

    default ClipFields fieldsOf(ClipId id) {
        return fieldsOf(List.of(id)).getOrDefault(id, ClipFields.NONE);
    }
}
