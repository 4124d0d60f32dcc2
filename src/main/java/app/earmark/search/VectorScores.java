package app.earmark.search;

import app.earmark.embed.EncoderFailure;

/** Holds vectors by row and compares all of them with one. Thread-safe. */
interface VectorScores extends AutoCloseable {

    /** Makes an empty one for vectors of this length. */
    @FunctionalInterface
    interface Factory {
        VectorScores forDimension(int dimension) throws EncoderFailure;
    }

    int dimension();

    /** Adds or replaces a row; a new row is the next one. The vector is copied. */
    void put(int row, float[] vector);

    /** The dot product of every row with the query, shape [rows]. */
    float[] of(float[] query) throws EncoderFailure;

    @Override
    void close();
}
