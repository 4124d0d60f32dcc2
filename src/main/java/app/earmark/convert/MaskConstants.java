package app.earmark.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The −100 that a published graph adds to the attention between tokens which are neighbours only because the picture was
 * rolled. Its exponential, 4e-44, is a denormal float, with which processors are slow; −10,000 gives a plain zero.
 */
final class MaskConstants {

    private static final float PUBLISHED = -100;

    private MaskConstants() {}

    /**
     * @return a change for each constant; none unless all the −100 there are only fill masks
     */
    static List<Edit> edits(Path model, OnnxIndex index) throws IOException {
        Map<String, TensorPlace> found = new HashMap<>();
        for (NodePlace node : index.nodes()) {
            if (node.constant().isPresent()
                    && isPublished(model, node.constant().get())) {
                found.put(node.outputs().get(0), node.constant().get());
            }
        }
        for (TensorPlace tensor : index.initializers().values()) {
            if (isPublished(model, tensor)) {
                found.put(tensor.name(), tensor);
            }
        }
        if (found.isEmpty() || !onlyFillMasks(found, index)) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        for (TensorPlace tensor : found.values()) {
            edits.add(Edit.of(tensor.dataAt(), Float.BYTES, bytes(AttentionBias.MASKED)));
        }
        return edits;
    }

    private static boolean isPublished(Path model, TensorPlace tensor) throws IOException {
        return tensor.elementType() == OnnxFields.FLOAT
                && tensor.dataBytes() == Float.BYTES
                && tensor.count() == 1
                && java.util.Arrays.equals(EditedCopy.read(model, tensor.dataAt(), Float.BYTES), bytes(PUBLISHED));
    }

    /** Each is used, and only as the first choice of a Where; and there are fewer masks than attentions. */
    private static boolean onlyFillMasks(Map<String, TensorPlace> found, OnnxIndex index) {
        int uses = 0;
        int attentions = 0;
        for (NodePlace node : index.nodes()) {
            attentions += node.type().equals("Softmax") ? 1 : 0;
            for (int i = 0; i < node.inputs().size(); i++) {
                if (found.containsKey(node.inputs().get(i))) {
                    if (!node.type().equals("Where") || i != 1) {
                        return false;
                    }
                    uses++;
                }
            }
        }
        return uses >= found.size() && uses < attentions;
    }

    private static byte[] bytes(float value) {
        return ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(value)
                .array();
    }
}
