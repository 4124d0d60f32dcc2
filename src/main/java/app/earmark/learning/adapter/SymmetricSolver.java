package app.earmark.learning.adapter;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Solves with a scatter matrix that a ridge makes positive definite, for many right sides: by its inverse. */
final class SymmetricSolver {

    private final DMatrixRMaj inverse;

    SymmetricSolver(DMatrixRMaj scatter, double ridge) {
        DMatrixRMaj ridged = scatter.copy();
        for (int i = 0; i < ridged.numRows; i++) {
            ridged.add(i, i, ridge);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(ridged.numRows);
        if (!solver.setA(ridged)) {
            throw new ArithmeticException("the ridge did not make the scatter matrix positive definite");
        }
        inverse = new DMatrixRMaj(scatter.numRows, scatter.numCols);
        solver.invert(inverse);
    }

    /** X of (scatter + ridge · I) X = right. */
    DMatrixRMaj solve(DMatrixRMaj right) {
        DMatrixRMaj solution = new DMatrixRMaj(right.numRows, right.numCols);
        CommonOps_DDRM.mult(inverse, right, solution);
        return solution;
    }

    /** Lower triangle L with L Lᵀ = scatter, of which a trace is added to the diagonal against rounding. */
    static DMatrixRMaj root(DMatrixRMaj scatter) {
        DMatrixRMaj positive = scatter.copy();
        double trace = Math.max(CommonOps_DDRM.trace(scatter) / scatter.numRows, 1e-12);
        for (int i = 0; i < positive.numRows; i++) {
            positive.add(i, i, 1e-8 * trace);
        }
        var cholesky = org.ejml.dense.row.factory.DecompositionFactory_DDRM.chol(positive.numRows, true);
        if (!cholesky.decompose(positive)) {
            throw new ArithmeticException("the scatter matrix is not positive definite");
        }
        return cholesky.getT(null);
    }
}
