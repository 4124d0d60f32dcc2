package app.earmark.convert;

import java.util.Arrays;

/**
 * In which order the tokens of a square picture stand: window after window, each row by row. Blocks attend within
 * windows, so keeping the tokens in this order makes a block's shift, its partition and the way back one Gather.
 *
 * @param tokens row-major place in the picture of the token at each position
 */
record WindowOrder(int side, int window, int[] tokens) {

    /**
     * @param shift by how many rows and columns the picture is rolled up and left first
     */
    static WindowOrder of(int side, int window, int shift) {
        int[] tokens = new int[side * side];
        int position = 0;
        for (int top = 0; top < side; top += window) {
            for (int left = 0; left < side; left += window) {
                for (int row = 0; row < window; row++) {
                    for (int column = 0; column < window; column++) {
                        tokens[position++] = (top + row + shift) % side * side + (left + column + shift) % side;
                    }
                }
            }
        }
        return new WindowOrder(side, window, tokens);
    }

    /** For each position in the wanted order, where that token stands in this one. */
    int[] to(WindowOrder wanted) {
        int[] positions = positions();
        return Arrays.stream(wanted.tokens).map(token -> positions[token]).toArray();
    }

    /**
     * Patch merging: for each token of the picture of half the side, in window order, where its four parts stand: upper
     * left, lower left, upper right, lower right, as the reference joins them.
     */
    int[] merged() {
        int[] positions = positions();
        int half = side / 2;
        int[] places = new int[side * side];
        int at = 0;
        for (int token : of(half, window, 0).tokens) {
            int corner = token / half * 2 * side + token % half * 2;
            places[at++] = positions[corner];
            places[at++] = positions[corner + side];
            places[at++] = positions[corner + 1];
            places[at++] = positions[corner + side + 1];
        }
        return places;
    }

    boolean sameAs(WindowOrder other) {
        return Arrays.equals(tokens, other.tokens);
    }

    private int[] positions() {
        int[] positions = new int[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            positions[tokens[i]] = i;
        }
        return positions;
    }
}
