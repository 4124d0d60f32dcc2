package app.earmark.embed;

/** A scorer that can also multiply its rows by a matrix. */
public interface MatrixScorer extends VectorScorer {

    /** Receives what a matrix made of rows. */
    @FunctionalInterface
    interface RowSink {
        void accept(int row, float[] image);
    }

    /**
     * Every row times one matrix, in the order of rows.
     *
     * @param matrix row by row, shape [dimension · width]
     * @param sink takes each image, shape [width]; the array is its own
     */
    void images(float[] matrix, int width, RowSink sink) throws EncoderFailure;
}
