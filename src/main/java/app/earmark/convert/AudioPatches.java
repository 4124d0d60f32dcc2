package app.earmark.convert;

import static app.earmark.convert.AudioConfig.BANDS;
import static app.earmark.convert.AudioConfig.FRAMES;
import static app.earmark.convert.AudioConfig.GRID;
import static app.earmark.convert.AudioConfig.PATCH;
import static app.earmark.convert.AudioConfig.SIDE;
import static app.earmark.convert.AudioConfig.STRIPS;
import static app.earmark.convert.AudioConfig.WINDOW;

/** From the spectrogram to the tokens of the first stage, in window order. */
final class AudioPatches {

    static final String FEATURES = "input_features";

    private AudioPatches() {}

    static String append(GraphBuilder graph, Weights encoder, AudioConfig audio) throws UnusableCheckpoint {
        Weights embedding = encoder.part("patch_embed");
        String x = BatchNorm.of(encoder, "batch_norm", BANDS).append(graph, stretched(graph));
        String whole = audio.fused() ? graph.slice(x, 0, 1, 1) : x;
        String tokens = Linear.patches(embedding, "proj", audio.channels(), PATCH, PATCH)
                .appendExact(graph, patches(graph, whole));
        if (audio.fused()) {
            tokens = PatchFusion.append(graph, embedding, audio, x, tokens);
        }
        if (!audio.patchNorm()) {
            return tokens;
        }
        return LayerNorm.of(embedding, "norm", audio.channels(), LayerNorm.EPSILON)
                .append(graph, tokens);
    }

    /** 1001 frames to 1024. Gathers instead of a Resize, which is slow and whose cubic mode differs between versions. */
    private static String stretched(GraphBuilder graph) {
        CubicTaps taps = CubicTaps.between(FRAMES, STRIPS * SIDE);
        String sum = null;
        for (int tap = 0; tap < CubicTaps.TAPS; tap++) {
            String weights = graph.constant(FloatTensor.of(taps.weights()[tap], STRIPS * SIDE, 1));
            String term = graph.op("Mul", graph.gather(FEATURES, taps.places()[tap], 2), weights);
            sum = sum == null ? term : graph.op("Add", sum, term);
        }
        return sum;
    }

    /**
     * [batch, 1, 1024, 64] → [batch, tokens, 16]. Rows of the picture are strips × bands, columns are time; the windows
     * of a strip lie within its bands.
     */
    private static String patches(GraphBuilder graph, String x) {
        int down = BANDS / PATCH / WINDOW;
        int across = GRID / WINDOW;
        // strip, window across, column in it, frame of the patch, window down, row in it, band of the patch
        String split = graph.reshape(x, -1, STRIPS, across, WINDOW, PATCH, down, WINDOW, PATCH);
        String ordered = graph.transpose(split, 0, 1, 5, 2, 6, 3, 7, 4);
        return graph.reshape(ordered, -1, GRID * GRID, PATCH * PATCH);
    }
}
