package app.earmark.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights of integer products stored as unsigned bytes, as published files have them, for which ONNX Runtime's kernels are
 * slow. If they need only seven bits, the same numbers less 64, and their zero points less 64, are signed bytes that mean
 * the same and have fast kernels everywhere. With eight bits, kernels for AVX2 would overflow.
 */
final class SignedWeights {

    private static final int OFFSET = 64;
    private static final int MOST = 127;

    private final Path model;
    private final OnnxIndex index;
    /** Weights and the zero points that belong to them. */
    private final Map<String, String> zeroPoints = new LinkedHashMap<>();

    private SignedWeights(Path model, OnnxIndex index) {
        this.model = model;
        this.index = index;
    }

    /**
     * What is to be changed.
     *
     * @param weights how many matrices
     */
    record Plan(List<Edit> edits, int weights) {}

    /**
     * @return nothing to change unless all such weights meet the conditions
     */
    static Plan plan(Path model, OnnxIndex index) throws IOException {
        SignedWeights weights = new SignedWeights(model, index);
        if (!weights.collect() || !weights.usedForNothingElse()) {
            return new Plan(List.of(), 0);
        }
        List<Edit> edits = new ArrayList<>();
        for (Map.Entry<String, String> pair : weights.zeroPoints.entrySet()) {
            Optional<List<Edit>> change = weights.edits(
                    index.initializers().get(pair.getKey()),
                    index.initializers().get(pair.getValue()));
            if (change.isEmpty()) {
                return new Plan(List.of(), 0);
            }
            edits.addAll(change.get());
        }
        return new Plan(edits, weights.zeroPoints.size());
    }

    /** Finds the unsigned weights; gives false if one of them has no zero points of its own in the file. */
    private boolean collect() {
        for (NodePlace node : index.nodes()) {
            if (!node.type().equals("MatMulInteger")
                    || !isUnsigned(node.inputs().get(1))) {
                continue;
            }
            if (node.inputs().size() != 4 || !isUnsigned(node.inputs().get(3))) {
                return false;
            }
            String zeroPoint = node.inputs().get(3);
            String before = zeroPoints.putIfAbsent(node.inputs().get(1), zeroPoint);
            if (before != null && !before.equals(zeroPoint)) {
                return false;
            }
        }
        return zeroPoints.values().stream().distinct().count() == zeroPoints.size();
    }

    private boolean isUnsigned(String name) {
        TensorPlace tensor = index.initializers().get(name);
        return tensor != null && tensor.elementType() == OnnxFields.UINT8;
    }

    private boolean usedForNothingElse() {
        for (NodePlace node : index.nodes()) {
            for (int i = 0; i < node.inputs().size(); i++) {
                String input = node.inputs().get(i);
                boolean weight = zeroPoints.containsKey(input) && !(node.type().equals("MatMulInteger") && i == 1);
                boolean zeroPoint =
                        zeroPoints.containsValue(input) && !(node.type().equals("MatMulInteger") && i == 3);
                if (weight || zeroPoint) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<List<Edit>> edits(TensorPlace weight, TensorPlace zeroPoint) throws IOException {
        if (weight.dataAt() < 0 || weight.dataBytes() != weight.count() || weight.typeAt() < 0) {
            return Optional.empty();
        }
        byte[] zeroes = values(zeroPoint);
        if (zeroes.length != zeroPoint.count() || !sevenBits(zeroes) || !sevenBits(values(weight))) {
            return Optional.empty();
        }
        Message tensor = new Message();
        zeroPoint.shape().forEach(size -> tensor.number(OnnxFields.TENSOR_DIMS, size));
        tensor.number(OnnxFields.TENSOR_DATA_TYPE, OnnxFields.INT8)
                .text(OnnxFields.TENSOR_NAME, zeroPoint.name())
                .data(OnnxFields.TENSOR_RAW_DATA, lowered(zeroes));
        byte[] field =
                new Message().message(OnnxFields.GRAPH_INITIALIZER, tensor).toBytes();
        return Optional.of(List.of(
                Edit.of(weight.typeAt(), 1, (byte) OnnxFields.INT8),
                new Edit(weight.dataAt(), weight.dataBytes(), weight.dataBytes(), () -> lowered(values(weight))),
                Edit.of(zeroPoint.fieldAt(), zeroPoint.fieldEnd() - zeroPoint.fieldAt(), field)));
    }

    private byte[] values(TensorPlace tensor) throws IOException {
        if (tensor.dataAt() >= 0) {
            return EditedCopy.read(model, tensor.dataAt(), tensor.dataBytes());
        }
        byte[] values = new byte[tensor.wholes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.wholes().get(i).byteValue();
        }
        return values;
    }

    private static boolean sevenBits(byte[] values) {
        for (byte value : values) {
            if ((value & 0xff) > MOST) {
                return false;
            }
        }
        return true;
    }

    private static byte[] lowered(byte[] values) {
        byte[] lowered = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            lowered[i] = (byte) (values[i] - OFFSET);
        }
        return lowered;
    }
}
