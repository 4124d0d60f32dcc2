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
     * Right singular vectors of (root of scatter) · map, largest value first.
     *
     * @param map shape [dimension, width]
     * @return orthonormal columns, shape [width, at most rank]
     */
    static DMatrixRMaj directions(DMatrixRMaj scatter, DMatrixRMaj map, int rank) {
        DMatrixRMaj fitted = new DMatrixRMaj(map.numRows, map.numCols);
        CommonOps_DDRM.multTransA(SymmetricSolver.root(scatter), map, fitted);
        DMatrixRMaj outer = new DMatrixRMaj(map.numRows, map.numRows);
        CommonOps_DDRM.multOuter(fitted, outer);
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
        DMatrixRMaj left = new DMatrixRMaj(map.numRows, kept.size());
        for (int column = 0; column < kept.size(); column++) {
            DMatrixRMaj vector = eigen.getEigenVector(kept.get(column));
            double length = Math.sqrt(eigen.getEigenvalue(kept.get(column)).getReal());
            for (int row = 0; row < map.numRows; row++) {
                left.set(row, column, vector.get(row) / length);
            }
        }
        DMatrixRMaj directions = new DMatrixRMaj(map.numCols, kept.size());
        CommonOps_DDRM.multTransA(fitted, left, directions);
        return directions;
    }
}
