package app.earmark.convert;

import static app.earmark.convert.OnnxFields.ATTRIBUTE_FLOAT;
import static app.earmark.convert.OnnxFields.ATTRIBUTE_INT;
import static app.earmark.convert.OnnxFields.ATTRIBUTE_INTS;
import static app.earmark.convert.OnnxFields.ATTRIBUTE_NAME;
import static app.earmark.convert.OnnxFields.ATTRIBUTE_TYPE;
import static app.earmark.convert.OnnxFields.ATTRIBUTE_TYPE_FLOAT;
import static app.earmark.convert.OnnxFields.ATTRIBUTE_TYPE_INT;
import static app.earmark.convert.OnnxFields.ATTRIBUTE_TYPE_INTS;

/** A setting of a node that is known when the graph is built. */
sealed interface Attribute {

    Message toMessage();

    /** A whole number. */
    record Whole(String name, long value) implements Attribute {
        @Override
        public Message toMessage() {
            return new Message()
                    .text(ATTRIBUTE_NAME, name)
                    .number(ATTRIBUTE_INT, value)
                    .number(ATTRIBUTE_TYPE, ATTRIBUTE_TYPE_INT);
        }
    }

    /** A real number. */
    record Real(String name, float value) implements Attribute {
        @Override
        public Message toMessage() {
            return new Message()
                    .text(ATTRIBUTE_NAME, name)
                    .real(ATTRIBUTE_FLOAT, value)
                    .number(ATTRIBUTE_TYPE, ATTRIBUTE_TYPE_FLOAT);
        }
    }

    /** Whole numbers. */
    record Wholes(String name, long... values) implements Attribute {
        @Override
        public Message toMessage() {
            Message message = new Message().text(ATTRIBUTE_NAME, name);
            for (long value : values) {
                message.number(ATTRIBUTE_INTS, value);
            }
            return message.number(ATTRIBUTE_TYPE, ATTRIBUTE_TYPE_INTS);
        }
    }
}
