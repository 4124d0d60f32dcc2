package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import java.util.Optional;

/** The current model pack, loaded when first asked for. Thread-safe. */
@FunctionalInterface
public interface PackSource {

    ModelPack get() throws EncoderFailure;

    /** A sentence for the person about the pack that {@link #get} gave last, if it is not the one they chose. */
    default Optional<String> notice() {
        return Optional.empty();
    }
}
