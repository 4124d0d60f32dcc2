package app.earmark.convert;

/** What is added to the attention of a window: learned values by relative position, and the mask of rolled pictures. */
final class AttentionBias {

    /**
     * Added where two tokens are neighbours only because the picture was rolled. The reference takes −100, whose
     * exponential is a denormal float, and products with those take many times as long; either gives such pairs no weight.
     */
    static final float MASKED = -1e4f;

    private AttentionBias() {}

    /**
     * For each pair of tokens of a window the row of the table of relative positions.
     *
     * @return [window² · window²], row-major
     */
    static int[] relativePositions(int window) {
        int tokens = window * window;
        int[] rows = new int[tokens * tokens];
        for (int from = 0; from < tokens; from++) {
            for (int to = 0; to < tokens; to++) {
                int down = from / window - to / window + window - 1;
                int right = from % window - to % window + window - 1;
                rows[from * tokens + to] = down * (2 * window - 1) + right;
            }
        }
        return rows;
    }

    /**
     * The learned values of each head.
     *
     * @param table [(2 · window − 1)², heads]
     * @return [1, heads, window², window²]
     */
    static FloatTensor relative(float[] table, int heads, int window) {
        int[] rows = relativePositions(window);
        float[] values = new float[heads * rows.length];
        for (int head = 0; head < heads; head++) {
            for (int pair = 0; pair < rows.length; pair++) {
                values[head * rows.length + pair] = table[rows[pair] * heads + head];
            }
        }
        int tokens = window * window;
        return FloatTensor.of(values, 1, heads, tokens, tokens);
    }

    /**
     * The mask of a picture that was rolled up and left.
     *
     * @return [windows, 1, window², window²]
     */
    static FloatTensor mask(int side, int window, int shift) {
        int tokens = window * window;
        int windows = side * side / tokens;
        int[] order = WindowOrder.of(side, window, 0).tokens();
        float[] values = new float[windows * tokens * tokens];
        for (int i = 0; i < windows * tokens; i++) {
            int first = i / tokens * tokens;
            for (int j = 0; j < tokens; j++) {
                boolean sameRegion =
                        region(order[i], side, window, shift) == region(order[first + j], side, window, shift);
                values[i * tokens + j] = sameRegion ? 0 : MASKED;
            }
        }
        return FloatTensor.of(values, windows, 1, tokens, tokens);
    }

    private static int region(int token, int side, int window, int shift) {
        return 3 * part(token / side, side, window, shift) + part(token % side, side, window, shift);
    }

    private static int part(int at, int side, int window, int shift) {
        return (at >= side - window ? 1 : 0) + (at >= side - shift ? 1 : 0);
    }
}
