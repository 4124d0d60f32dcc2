package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import java.io.IOException;

/** Takes the values of a tensor, piece after piece. */
@FunctionalInterface
interface FloatSink {

    /**
     * @throws UnusableCheckpoint if a value can't be kept in the precision asked for
     * @throws IOException if it can't be written
     */
    void put(float[] values, int count) throws UnusableCheckpoint, IOException, CancelledWork;
}
