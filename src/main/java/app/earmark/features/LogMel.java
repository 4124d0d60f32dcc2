package app.earmark.features;

import java.nio.FloatBuffer;

/**
 * A log-mel spectrogram in the shape its model takes.
 *
 * <p>The buffer belongs to the front end that made it and is overwritten by that front end's next call.
 *
 * @param values direct, position 0, limit at the product of the shape; row-major
 * @param isLonger what a model that fuses channels is told: the clip is longer than they show; false for other models
 * @param shape for instance [blocks, frames, bands]
 */
public record LogMel(FloatBuffer values, boolean isLonger, long... shape) {

    /** For a model that is told nothing else. */
    public LogMel(FloatBuffer values, long... shape) {
        this(values, false, shape);
    }
}
