package app.earmark.ui.models;

import app.earmark.library.PackId;
import java.util.List;
import java.util.Optional;

/**
 * What is known about a model.
 *
 * @param goodAt a sentence
 * @param warning why one should rather not use it
 * @param repository where it can be fetched; absent for one that came from elsewhere
 * @param choices how it can be fetched, the recommended way first; empty if there is nothing to fetch
 * @param fetchedBytes of an attempt that is not complete
 * @param pack absent while it is not on the shelf
 */
public record ModelCard(
        String name,
        String goodAt,
        String licence,
        Optional<String> warning,
        Optional<String> repository,
        List<Choice> choices,
        long fetchedBytes,
        Optional<Shelved> pack) {

    /** Tells this card from others when the list is read again. */
    String key() {
        return pack.map(shelved -> shelved.id().toString()).or(() -> repository).orElse(name);
    }

    /**
     * A way to fetch it.
     *
     * @param precision such as {@code int8}
     */
    public record Choice(String precision, int aboutMegabytes) {}

    /** It is on the shelf. */
    public record Shelved(PackId id, long sizeBytes, boolean bundled, boolean inUse) {}
}
