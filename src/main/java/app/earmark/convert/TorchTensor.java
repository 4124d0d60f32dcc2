package app.earmark.convert;

import java.util.List;

/**
 * A tensor as PyTorch pickles it: a view of a storage, which lies in a file of its own.
 *
 * @param storage whose values it shows
 * @param offset of its first value, in values
 * @param strides in values, for each dimension
 */
record TorchTensor(Storage storage, long offset, List<Long> shape, List<Long> strides) {

    /**
     * Values, one after the other.
     *
     * @param key name of its file
     * @param count of values
     */
    record Storage(ElementType type, String key, long count) {}

    /** Whether its values lie one after the other in row-major order, within the storage. */
    boolean isPlain() {
        if (shape.size() != strides.size() || offset < 0) {
            return false;
        }
        long step = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            long size = shape.get(i);
            if (size < 0 || size != 1 && strides.get(i) != step) {
                return false;
            }
            step = Math.multiplyExact(step, size);
        }
        return Math.addExact(offset, step) <= storage.count();
    }
}
