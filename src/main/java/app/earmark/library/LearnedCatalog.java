package app.earmark.library;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what was learnt, with its earlier versions. Each call is one transaction and thread-safe. */
public interface LearnedCatalog {

    /** The newest version of everything that counts for this pack. */
    List<LearnedModel> current(PackId pack);

    /** All versions, newest first; empty once removed. */
    List<LearnedModel> versions(PackId pack, LearnedModel.Kind kind, String subject);

    default Optional<LearnedModel> current(PackId pack, LearnedModel.Kind kind, String subject) {
        return versions(pack, kind, subject).stream().findFirst();
    }

    /** Which version is the newest, without its content; asked at every search. */
    default Optional<Newest> newest(PackId pack, LearnedModel.Kind kind, String subject) {
        return current(pack, kind, subject).map(model -> new Newest(model.version(), model.at()));
    }

    /** Numbers begin anew after {@link #remove}; the moment tells such versions apart. */
    record Newest(int version, Instant at) {}

    /** Whether nothing was ever learnt, for any pack. */
    boolean isEmpty();

    /** Adds a version; its number is drawn here, whatever the model's says. */
    LearnedModel save(LearnedModel model);

    /** Forgets all versions. */
    void remove(PackId pack, LearnedModel.Kind kind, String subject);

    /**
     * Replaces what the pack's model claims about one label, for the whole catalogue; clips without a claim here lose the
     * one they had. Clips that the pack has not listened to are skipped. Most claims stay the same, and cost next to nothing.
     */
    void saveClaims(PackId pack, String label, Map<ClipId, TagClaim> claims);

    /** The same for some clips only. */
    void saveClaims(PackId pack, String label, Collection<ClipId> of, Map<ClipId, TagClaim> claims);

    /**
     * Lets clips whose model claims were made from one vocabulary count as made from another, after {@link #saveClaims} made
     * up the difference; so nobody has to make them anew. A crash in between costs that work, and nothing else.
     *
     * @param before digest of the labels, prompts, rule and what was learnt
     */
    void follow(PackId pack, String before, String now);
}
