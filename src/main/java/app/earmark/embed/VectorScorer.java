package app.earmark.embed;

/** Holds vectors by row and compares all of them with one. Thread-safe. */
public interface VectorScorer extends AutoCloseable {

    /** Values in a vector. */
    int dimension();

    /**
     * Adds or replaces a vector.
     *
     * @param row at most the number of rows, which adds one
     * @param vector shape [dimension]; copied
     */
    void put(int row, float[] vector);

    /**
     * The dot product of every row with the query.
     *
     * @param query shape [dimension]
     * @return shape [rows]
     */
    float[] scores(float[] query) throws EncoderFailure;

    @Override
    void close();
}
