package app.earmark.learning.adapter;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The ridge regression of one side of the captions on the audio: map = (scatter + ridge)⁻¹ crossᵀ. Thousands of words make the map wide, so
 * it is never written out; what is asked of it are products as small as the audio is.
 */
final class RidgeSide {

    private final TextMoments text;
    private final SymmetricSolver solver;

    RidgeSide(AudioMoments audio, double ridge, TextMoments text) {
        this.text = text;
        this.solver = new SymmetricSolver(audio.scatter(), ridge);
    }

    double[] mean() {
        return text.mean();
    }

    /** map · mapᵀ, shape [dimension, dimension]. */
    DMatrixRMaj square(Progress progress) throws CancelledWork {
        progress.throwIfCancelled();
        DMatrixRMaj square = new DMatrixRMaj(text.cross().numCols, text.cross().numCols);
        CommonOps_DDRM.multInner(text.cross(), square);
        progress.throwIfCancelled();
        DMatrixRMaj once = solver.solve(square);
        return solver.solve(CommonOps_DDRM.transpose(once, null));
    }

    /** mapᵀ · right, shape [width, columns]. */
    DMatrixRMaj transposedTimes(DMatrixRMaj right) {
        DMatrixRMaj product = new DMatrixRMaj(text.cross().numRows, right.numCols);
        CommonOps_DDRM.mult(text.cross(), solver.solve(right), product);
        return product;
    }

    /** map · right, shape [dimension, columns]. */
    DMatrixRMaj times(DMatrixRMaj right) {
        DMatrixRMaj product = new DMatrixRMaj(text.cross().numCols, right.numCols);
        CommonOps_DDRM.multTransA(text.cross(), right, product);
        return solver.solve(product);
    }
}
