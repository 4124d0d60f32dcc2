package app.earmark.embed;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a pack.json promises of a model's tensors, held against the model when it is loaded: found out later, it would be a
 * failure of every clip.
 */
final class TensorCheck {

    /** @param shape −1 where any extent will do; of an output, only its last extent is compared */
    private record Promise(OnnxJavaType type, long... shape) {}

    private final String model;
    private final Map<String, Promise> inputs = new TreeMap<>();
    private final Map<String, Promise> outputs = new TreeMap<>();

    TensorCheck(String model) {
        this.model = model;
    }

    TensorCheck input(String name, OnnxJavaType type, long... shape) {
        inputs.put(name, new Promise(type, shape));
        return this;
    }

    /** @param values in a vector, −1 where the pack does not say */
    TensorCheck output(String name, long values) {
        outputs.put(name, new Promise(OnnxJavaType.FLOAT, values));
        return this;
    }

    void hold(String packName, OrtSession session) throws EncoderFailure, OrtException {
        Map<String, NodeInfo> has = session.getInputInfo();
        for (Map.Entry<String, Promise> input : inputs.entrySet()) {
            TensorInfo tensor = tensor(packName, "input", input.getKey(), has);
            if (tensor.type != input.getValue().type()
                    || !fits(tensor.getShape(), input.getValue().shape())) {
                throw failure(
                        packName,
                        "takes " + words(tensor.type, tensor.getShape()) + " as \"" + input.getKey() + "\", not "
                                + words(
                                        input.getValue().type(),
                                        input.getValue().shape()));
            }
        }
        for (String name : has.keySet()) {
            if (!inputs.containsKey(name)) {
                throw failure(packName, "asks for an input \"" + name + "\" that its pack.json does not know");
            }
        }
        for (Map.Entry<String, Promise> output : outputs.entrySet()) {
            TensorInfo tensor = tensor(packName, "output", output.getKey(), session.getOutputInfo());
            long promised = output.getValue().shape()[0];
            long[] shape = tensor.getShape();
            long values = shape.length == 0 ? -1 : shape[shape.length - 1];
            if (tensor.type != OnnxJavaType.FLOAT) {
                throw failure(packName, "gives " + words(tensor.type, shape) + " as \"" + output.getKey() + "\"");
            }
            if (values >= 0 && promised >= 0 && values != promised) {
                throw failure(
                        packName,
                        "gives vectors of " + values + " values as \"" + output.getKey()
                                + "\" where its pack.json promises " + promised);
            }
        }
    }

    private TensorInfo tensor(String packName, String kind, String name, Map<String, NodeInfo> has)
            throws EncoderFailure {
        NodeInfo info = has.get(name);
        if (info == null) {
            throw failure(packName, "has no " + kind + " \"" + name + "\"");
        }
        if (!(info.getInfo() instanceof TensorInfo tensor)) {
            throw failure(packName, "has an " + kind + " \"" + name + "\" that is no tensor");
        }
        return tensor;
    }

    /** A model that leaves an extent, or all of them, open takes any. */
    private static boolean fits(long[] has, long[] promised) {
        if (has.length == 0) {
            return true;
        }
        boolean fits = has.length == promised.length;
        for (int i = 0; fits && i < has.length; i++) {
            fits = has[i] < 0 || promised[i] < 0 || has[i] == promised[i];
        }
        return fits;
    }

    private static String words(OnnxJavaType type, long[] shape) {
        return Arrays.stream(shape)
                .mapToObj(extent -> extent < 0 ? "any" : Long.toString(extent))
                .collect(Collectors.joining(" × ", type.name().toLowerCase(java.util.Locale.ROOT) + " [", "]"));
    }

    private EncoderFailure failure(String packName, String what) {
        return new EncoderFailure(
                "The model pack " + packName + " can't be used: its " + model + " " + what
                        + "; copy or download the pack again.",
                null);
    }
}
