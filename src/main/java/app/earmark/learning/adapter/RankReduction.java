package app.earmark.learning.adapter;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Keeps the directions of the text side in which the fitted values vary most. */
final class RankReduction {

    /** Directions with less of the largest variance hold rounding only. */
    private static final double LEAST_SHARE = 1e-9;

    private RankReduction() {}

    /**
     * What turns a map into the right singular vectors of (root of scatter) · map, largest value first: mapᵀ times this. The map
     * itself, thousands of columns wide, is not needed.
     *
     * @param scatter of the audio, shape [dimension, dimension]
     * @param square map · mapᵀ, shape [dimension, dimension]
     * @return shape [dimension, at most rank]
     */
    static DMatrixRMaj directions(DMatrixRMaj scatter, DMatrixRMaj square, int rank) {
        DMatrixRMaj root = SymmetricSolver.root(scatter);
        DMatrixRMaj outer = product(transposed(root), product(square, root));
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(outer.numRows, true, true);
        if (!eigen.decompose(outer)) {
            throw new ArithmeticException("the fitted values have no eigenvectors");
        }
        List<Integer> order = IntStream.range(0, outer.numRows)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
                .toList();
        double largest = eigen.getEigenvalue(order.get(0)).getReal();
        List<Integer> kept = order.stream()
                .limit(rank)
                .filter(i -> eigen.getEigenvalue(i).getReal() > LEAST_SHARE * largest)
                .toList();
        DMatrixRMaj left = new DMatrixRMaj(outer.numRows, kept.size());
        for (int column = 0; column < kept.size(); column++) {
            DMatrixRMaj vector = eigen.getEigenVector(kept.get(column));
            double length = Math.sqrt(eigen.getEigenvalue(kept.get(column)).getReal());
            for (int row = 0; row < outer.numRows; row++) {
                left.set(row, column, vector.get(row) / length);
            }
        }
        return product(root, left);
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    private static DMatrixRMaj transposed(DMatrixRMaj a) {
        return CommonOps_DDRM.transpose(a, null);
    }
}
