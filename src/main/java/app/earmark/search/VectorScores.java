package app.earmark.search;

import app.earmark.embed.EncoderFailure;

/** Holds vectors by row and compares all of them with one. Thread-safe. */
interface VectorScores extends AutoCloseable {

    /** Makes an empty one for vectors of this length. */
    @FunctionalInterface
    interface Factory {
        VectorScores forDimension(int dimension) throws EncoderFailure;

        /** Makes one for many more rows, which may be less exact. */
        default VectorScores forWindows(int dimension) throws EncoderFailure {
            return forDimension(dimension);
        }
    }

    /** Compares clips exactly, and windows in a byte a value. */
    Factory IN_ONNX_RUNTIME = new Factory() {
        @Override
        public VectorScores forDimension(int dimension) throws EncoderFailure {
            return new MatrixScores(dimension);
        }

        @Override
        public VectorScores forWindows(int dimension) throws EncoderFailure {
            return new CompactScores(dimension);
        }
    };

    int dimension();

    /** Adds or replaces a row; a new row is the next one. The vector is copied. */
    void put(int row, float[] vector);

    /** The dot product of every row with the query, shape [rows]. */
    float[] of(float[] query) throws EncoderFailure;

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

    @Override
    void close();
}
