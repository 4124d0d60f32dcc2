package app.earmark.embed;

import app.earmark.library.PackId;
import java.util.Map;

/** A loaded model pack. Encoders load on first use; closing releases native memory. */
public interface ModelPack extends AutoCloseable {

    PackDescription description();

    default PackId id() {
        return description().packId();
    }

    AudioEncoder audio() throws EncoderFailure;

    TextEncoder text() throws EncoderFailure;

    /**
     * Vectors of prompts that came with the pack, rounded to 16 bits, by prompt; of shape [joint dimension]. They save
     * encoding these prompts and nothing else.
     */
    default Map<String, float[]> promptVectors() {
        return Map.of();
    }

    @Override
    void close();
}
