package app.earmark.convert;

import java.util.List;

/**
 * An input or output of a graph.
 *
 * @param elementType code of {@link OnnxFields}
 * @param dimensions a number is a fixed size, a text names one that varies
 */
record GraphValue(String name, int elementType, List<Object> dimensions) {

    static GraphValue of(String name, int elementType, Object... dimensions) {
        return new GraphValue(name, elementType, List.of(dimensions));
    }

    Message toMessage() {
        Message shape = new Message();
        for (Object dimension : dimensions) {
            Message size = dimension instanceof Number number
                    ? new Message().number(OnnxFields.DIMENSION_VALUE, number.longValue())
                    : new Message().text(OnnxFields.DIMENSION_NAME, dimension.toString());
            shape.message(OnnxFields.SHAPE_DIMENSION, size);
        }
        Message tensor = new Message()
                .number(OnnxFields.TENSOR_TYPE_ELEMENT, elementType)
                .message(OnnxFields.TENSOR_TYPE_SHAPE, shape);
        return new Message()
                .text(OnnxFields.VALUE_NAME, name)
                .message(OnnxFields.VALUE_TYPE, new Message().message(OnnxFields.TYPE_TENSOR, tensor));
    }
}
