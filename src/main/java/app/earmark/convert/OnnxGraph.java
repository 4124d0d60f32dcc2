package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A graph that is complete but for the values of its constants, which are made while it is written.
 *
 * @param nodes messages, in an order in which they can run
 */
record OnnxGraph(
        String name,
        List<byte[]> nodes,
        List<Initializer> constants,
        List<GraphValue> inputs,
        List<GraphValue> outputs) {

    static final int OPSET = 20;

    private static final int IR_VERSION = 9;
    private static final int BUFFER = 1 << 16;

    /** What the constants take, nearly all of the file. */
    long constantBytes() {
        return constants.stream().mapToLong(Initializer::byteCount).sum();
    }

    void writeTo(OutputStream file, WriteProgress progress) throws UnusableCheckpoint, IOException, CancelledWork {
        byte[] before = new Message()
                .number(OnnxFields.MODEL_IR_VERSION, IR_VERSION)
                .text(OnnxFields.MODEL_PRODUCER_NAME, "earmark")
                .message(
                        OnnxFields.MODEL_OPSET_IMPORT,
                        new Message().text(OnnxFields.OPSET_DOMAIN, "").number(OnnxFields.OPSET_VERSION, OPSET))
                .toBytes();
        byte[] small = smallParts();
        long length = small.length;
        for (Initializer constant : constants) {
            length += CodedOutputStream.computeTagSize(OnnxFields.GRAPH_INITIALIZER)
                    + CodedOutputStream.computeUInt64SizeNoTag(constant.size())
                    + constant.size();
        }
        if (length > Integer.MAX_VALUE - before.length - 16) {
            throw new UnusableCheckpoint("The " + name + " tower needs " + (length >> 20)
                    + " MB, more than one ONNX file can hold; build the pack as fp16.");
        }
        CodedOutputStream out = CodedOutputStream.newInstance(file, BUFFER);
        out.writeRawBytes(before);
        out.writeTag(OnnxFields.MODEL_GRAPH, 2);
        out.writeUInt64NoTag(length);
        out.writeRawBytes(small);
        for (Initializer constant : constants) {
            out.writeTag(OnnxFields.GRAPH_INITIALIZER, 2);
            out.writeUInt64NoTag(constant.size());
            constant.writeTo(out, progress);
        }
        out.flush();
    }

    private byte[] smallParts() {
        Message graph = new Message().text(OnnxFields.GRAPH_NAME, name);
        nodes.forEach(node -> graph.data(OnnxFields.GRAPH_NODE, node));
        inputs.forEach(input -> graph.message(OnnxFields.GRAPH_INPUT, input.toMessage()));
        outputs.forEach(output -> graph.message(OnnxFields.GRAPH_OUTPUT, output.toMessage()));
        return graph.toBytes();
    }
}
