package app.earmark.convert;

/**
 * The four layers of a multi-head self-attention, with what costs nothing folded away. 1/√d is in the query's. The key's
 * bias adds the same to every score of a query, which softmax doesn't see; the value's goes through unchanged, since a
 * query's shares sum to one, and is in the output's.
 *
 * @param query [width, width]; columns are [head, value of the head], as those of key and value and the output's rows
 */
record Attention(Linear query, Matrix key, Matrix value, Linear output, int heads) {

    /**
     * @param weights of the part with {@code self} and {@code output}
     */
    static Attention of(Weights weights, int width, int heads) throws UnusableCheckpoint {
        Weights self = weights.part("self");
        Linear query = Linear.of(self, "query", width, width).times(1 / Math.sqrt(width / heads));
        Linear key = Linear.of(self, "key", width, width); // with its bias: a checkpoint without it is damaged
        Linear value = Linear.of(self, "value", width, width);
        Linear output = Linear.of(weights, "output.dense", width, width);
        return new Attention(query, key.matrix(), value.matrix(), output.afterAdding(value.bias()), heads);
    }

    /** For what the normalisation makes before its own gain and offset, which the layers take over. */
    Attention after(LayerNorm norm) {
        return new Attention(
                query.after(norm),
                norm.gainInto(key),
                norm.gainInto(value),
                output.afterAdding(norm.offset().through(value)),
                heads);
    }

    /**
     * Query and value in the order [value of the head, head]. ONNX Runtime then moves the heads to the front by plain
     * matrix transposition, three times as fast as moving short runs of values.
     */
    Attention headLast() {
        int[] order = new int[width()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i % heads * size() + i / heads;
        }
        return new Attention(
                query.outputsInOrder(order), key, value.columnsInOrder(order), output.inputsInOrder(order), heads);
    }

    int width() {
        return key.inputs();
    }

    /** Values of a head. */
    int size() {
        return width() / heads;
    }
}
