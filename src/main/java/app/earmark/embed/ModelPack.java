package app.earmark.embed;

import app.earmark.library.PackId;

/** A loaded model pack. Encoders load on first use; closing releases native memory. */
public interface ModelPack extends AutoCloseable {

    PackDescription description();

    default PackId id() {
        return description().packId();
    }

    AudioEncoder audio() throws EncoderFailure;

    TextEncoder text() throws EncoderFailure;

    @Override
    void close();
}
