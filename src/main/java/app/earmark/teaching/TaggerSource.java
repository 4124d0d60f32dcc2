package app.earmark.teaching;

import app.earmark.embed.EncoderFailure;
import app.earmark.library.PackId;
import app.earmark.tagging.Tagger;

/** The chosen pack, and its tagger with the labels there are now and what is learnt of them by now. */
public interface TaggerSource {

    /** @throws EncoderFailure if the pack can't be opened */
    PackId pack() throws EncoderFailure;

    /** @throws EncoderFailure if the pack can't be opened, or its text model can't be run */
    Tagger get() throws EncoderFailure;

    /**
     * A label by its words alone, whether or not the tagger has it.
     *
     * @return unit-length joint vector
     * @throws EncoderFailure if the pack can't be opened, or its text model can't be run
     */
    float[] words(String label) throws EncoderFailure;
}
