package app.earmark.convert;

/**
 * Cubic convolution (Keys 1981, a = −0.75) from one length to another with the ends on each other, as PyTorch's {@code
 * interpolate(mode="bicubic", align_corners=True)}: each output is a sum of four inputs; beyond the ends the last one
 * repeats.
 *
 * @param places of the inputs, [tap][output]
 * @param weights of the inputs, [tap][output]
 */
record CubicTaps(int[][] places, float[][] weights) {

    static final int TAPS = 4;

    private static final double A = -0.75;

    static CubicTaps between(int inputs, int outputs) {
        int[][] places = new int[TAPS][outputs];
        float[][] weights = new float[TAPS][outputs];
        for (int i = 0; i < outputs; i++) {
            double position = (double) i * (inputs - 1) / (outputs - 1);
            int floor = (int) Math.floor(position);
            double fraction = position - floor;
            for (int tap = 0; tap < TAPS; tap++) {
                places[tap][i] = Math.min(inputs - 1, Math.max(0, floor - 1 + tap));
                weights[tap][i] = (float) kernel(Math.abs(fraction + 1 - tap));
            }
        }
        return new CubicTaps(places, weights);
    }

    private static double kernel(double distance) {
        if (distance <= 1) {
            return ((A + 2) * distance - (A + 3)) * distance * distance + 1;
        }
        return ((A * distance - 5 * A) * distance + 8 * A) * distance - 4 * A;
    }
}
