package app.earmark.convert;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies where in an ONNX file; the values of large tensors are passed over. */
final class OnnxIndex {

    private final MessageReader in;
    private final List<NodePlace> nodes = new ArrayList<>();
    private final Map<String, TensorPlace> initializers = new LinkedHashMap<>();
    private long graphLengthAt = -1;
    private long graphAt = -1;
    private long graphEnd = -1;

    private OnnxIndex(MessageReader in) {
        this.in = in;
    }

    /**
     * @throws IOException if it can't be read or is no ONNX file
     */
    static OnnxIndex of(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            OnnxIndex index = new OnnxIndex(new MessageReader(stream));
            index.in.fields(number -> number == OnnxFields.MODEL_GRAPH && index.readGraph());
            if (index.graphAt < 0) {
                throw new IOException("no graph in " + file);
            }
            return index;
        }
    }

    List<NodePlace> nodes() {
        return nodes;
    }

    Map<String, TensorPlace> initializers() {
        return initializers;
    }

    /** Where the number stands that says how long the graph is. */
    long graphLengthAt() {
        return graphLengthAt;
    }

    /** Where the graph starts. */
    long graphAt() {
        return graphAt;
    }

    long graphLength() {
        return graphEnd - graphAt;
    }

    private boolean readGraph() throws IOException {
        graphLengthAt = in.at();
        int length = in.length();
        graphAt = in.at();
        in.message(length, this::readGraphField);
        graphEnd = in.at();
        return true;
    }

    private boolean readGraphField(int number) throws IOException {
        if (number == OnnxFields.GRAPH_NODE) {
            nodes.add(readNode());
            return true;
        }
        if (number == OnnxFields.GRAPH_INITIALIZER) {
            TensorPlace tensor = readTensor();
            initializers.put(tensor.name(), tensor);
            return true;
        }
        return false;
    }

    private NodePlace readNode() throws IOException {
        String[] type = {""};
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<TensorPlace> tensors = new ArrayList<>();
        in.message(in.length(), number -> {
            switch (number) {
                case OnnxFields.NODE_INPUT -> inputs.add(in.text());
                case OnnxFields.NODE_OUTPUT -> outputs.add(in.text());
                case OnnxFields.NODE_OP_TYPE -> type[0] = in.text();
                case OnnxFields.NODE_ATTRIBUTE ->
                    in.message(in.length(), attribute -> {
                        if (attribute == OnnxFields.ATTRIBUTE_TENSOR) {
                            tensors.add(readTensor());
                            return true;
                        }
                        return false;
                    });
                default -> {
                    return false;
                }
            }
            return true;
        });
        Optional<TensorPlace> constant =
                type[0].equals("Constant") && tensors.size() == 1 ? Optional.of(tensors.get(0)) : Optional.empty();
        return new NodePlace(type[0], inputs, outputs, constant);
    }

    private TensorPlace readTensor() throws IOException {
        TensorPlace.Draft tensor = new TensorPlace.Draft(in.fieldAt());
        in.message(in.length(), number -> {
            switch (number) {
                case OnnxFields.TENSOR_DIMS -> tensor.shape.addAll(in.wholes());
                case OnnxFields.TENSOR_NAME -> tensor.name = in.text();
                case OnnxFields.TENSOR_INT32_DATA -> tensor.wholes.addAll(in.wholes());
                case OnnxFields.TENSOR_DATA_TYPE -> {
                    tensor.typeAt = in.at();
                    tensor.elementType = (int) in.whole();
                }
                case OnnxFields.TENSOR_RAW_DATA -> {
                    tensor.dataBytes = in.length();
                    tensor.dataAt = in.at();
                    in.skip((int) tensor.dataBytes);
                }
                case OnnxFields.TENSOR_FLOAT_DATA -> {
                    if (!in.isPacked()) {
                        return false;
                    }
                    tensor.dataBytes = in.length();
                    tensor.dataAt = in.at();
                    in.skip((int) tensor.dataBytes);
                }
                default -> {
                    return false;
                }
            }
            return true;
        });
        return tensor.endingAt(in.at());
    }
}
