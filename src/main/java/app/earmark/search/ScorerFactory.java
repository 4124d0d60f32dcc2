package app.earmark.search;

import app.earmark.embed.CompactVectorScorer;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ExactVectorScorer;
import app.earmark.embed.MatrixScorer;
import app.earmark.embed.VectorScorer;

/** Makes what compares vectors. */
@FunctionalInterface
interface ScorerFactory {

    /** Compares clips exactly, and windows in a byte a value. */
    ScorerFactory IN_ONNX_RUNTIME = new ScorerFactory() {
        @Override
        public MatrixScorer forDimension(int dimension) throws EncoderFailure {
            return new ExactVectorScorer(dimension);
        }

        @Override
        public VectorScorer forWindows(int dimension) throws EncoderFailure {
            return new CompactVectorScorer(dimension);
        }
    };

    /** An empty one for vectors of this length. */
    MatrixScorer forDimension(int dimension) throws EncoderFailure;

    /** One for many more rows, which may be less exact. */
    default VectorScorer forWindows(int dimension) throws EncoderFailure {
        return forDimension(dimension);
    }
}
