package app.earmark.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What scanning and listening write. Each call is one transaction: after a crash it happened wholly or not at all. No
 * method here deletes a clip; {@link #forget} is the one exception and only a person's explicit command calls it.
 */
public interface ScanCatalog {

    /** The library rooted at this absolute folder, recorded now if it wasn't. */
    SoundLibrary openLibrary(Path root);

    /** Hands every recorded file of the library to {@code each}. */
    void knownFiles(LibraryId library, Consumer<KnownFile> each);

    void apply(LibraryId library, ListingChanges changes);

    /** Marks the library as a whole as there or not there; its clips are left as they are. */
    void markAbsent(LibraryId library, boolean absent);

    /**
     * Clips of these libraries that are online and were not probed since they were added or last changed, in path order; so
     * a scan that was killed between listing and probing goes on where it was.
     */
    List<ListenTask> awaitingProbing(Collection<LibraryId> libraries);

    /** Facts (or why there are none) of files that were probed. */
    void saveProbed(Collection<ProbedFile> probed);

    /** Records what the bytes of files are now (SHA-256 in lower-case hex), which were changed without changing the sound. */
    default void saveContentHashes(Map<ClipId, String> hashes) {}

    /** Makes every failed clip of these libraries due for another try, though its file has not changed. */
    void retryFailed(Collection<LibraryId> libraries);

    /** Clips of these libraries that are online and were not listened to yet with this pack, in path order. */
    List<ListenTask> awaitingListening(Collection<LibraryId> libraries, PackId pack);

    /**
     * Clips with an embedding of another pack that this one has not listened to, online and in libraries that are there, in
     * path order.
     */
    List<ListenTask> awaitingRelistening(PackId pack);

    /**
     * Records what was learnt. A failure to listen again to a clip that some pack has an embedding of is passed over: what
     * is known of it stays, and it is due again.
     */
    void saveListened(Collection<ListenedClip> listened);

    /**
     * Clips with an embedding of this pack whose model claims were made from another vocabulary than this, or by another pack,
     * in the order in which they were recorded; offline ones too.
     *
     * @param vocabulary digest of the labels, prompts and rule
     */
    List<TagTask> awaitingTagging(PackId pack, String vocabulary);

    /**
     * Replaces what the model claims, and lets this pack's claims count from now on; what others say stays. Clips that this
     * pack listened to again since the task was handed out are passed over.
     */
    void saveModelClaims(PackId pack, String vocabulary, Collection<TaggedClip> tagged);

    /**
     * Records a library under another folder, where its files are now. A record that is there already is merged into the
     * arriving one, to which it leaves what a person said; where the folder belongs to another library, that one takes the
     * clips in.
     *
     * @param newRoot absolute
     */
    void relocate(LibraryId library, Path newRoot);

    /** Removes records for good, with their tags and embeddings. */
    void forget(Collection<ClipId> clips);

    /** Removes a library and every record in it for good. */
    void forgetLibrary(LibraryId library);

    /** A file the catalogue knows. */
    record KnownFile(
            ClipId id, Path path, FileStamp stamp, ClipState state, boolean offline, Optional<String> contentHash) {}

    /** A file to probe or to listen to. */
    record ListenTask(ClipId id, Path path, FileStamp stamp) {}

    /**
     * A clip to tag anew from its stored embedding.
     *
     * @param turn tells one listening of the clip from another
     */
    record TagTask(ClipId id, long turn) {}

    /**
     * @param modelClaims labels the model asserts, and its best guesses
     */
    record TaggedClip(TagTask task, List<TagClaim> modelClaims) {}
}
