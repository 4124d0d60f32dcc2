package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;

/** The current model pack, loaded when first asked for. Thread-safe. */
@FunctionalInterface
public interface PackSource {
    ModelPack get() throws EncoderFailure;
}
