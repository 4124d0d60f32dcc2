package app.earmark.ui.models;

import app.earmark.library.PackId;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the page of models asks of the program beneath it. Every method may take long, and belongs in the background. An
 * exception's message is a sentence for the person.
 */
public interface ModelService {

    /** What is on the shelf, and what else is known. */
    List<ModelCard> cards() throws Exception;

    /**
     * Fetches a model and puts it on the shelf, without using it; goes on where a cancelled attempt ended.
     *
     * @param precision as in {@link ModelCard.Choice#precision()}
     */
    PackId get(String repository, String precision, Progress progress) throws Exception;

    /** Deletes what was fetched of files that are not complete. */
    void discard(String repository) throws Exception;

    /** Takes a model from a folder or an archive. */
    PackId importFrom(Path place, Progress progress) throws Exception;

    /** Chooses the pack that listens from now on. */
    void use(PackId pack) throws Exception;

    /** Compares a pack's files with what they were; a sentence about what is wrong, or empty if nothing is. */
    Optional<String> verify(PackId pack, Progress progress) throws Exception;

    /** Deletes a pack; returns the bytes that are free now. */
    long remove(PackId pack) throws Exception;

    /** Measures how fast this machine listens with a pack; takes some seconds. */
    ModelSpeed speed(PackId pack, Progress progress) throws Exception;

    /**
     * The sounds in the catalogue that a pack has not listened to, in windows of this many seconds, of which no sound has
     * more than {@code most}; about.
     */
    Amount amount(PackId pack, double windowSeconds, int most) throws Exception;

    /** How much there is to listen to. */
    record Amount(long sounds, long windows) {}
}
