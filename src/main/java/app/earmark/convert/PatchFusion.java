package app.earmark.convert;

import static app.earmark.convert.AudioConfig.BANDS;
import static app.earmark.convert.AudioConfig.GRID;
import static app.earmark.convert.AudioConfig.PATCH;
import static app.earmark.convert.AudioConfig.SIDE;
import static app.earmark.convert.AudioConfig.STRIPS;
import static app.earmark.convert.AudioConfig.WINDOW;

/**
 * Attentional feature fusion of a long clip: three crops beside the shrunk whole. The reference picks the longer clips of
 * a batch by index, which no graph of fixed shape can do; here every clip is fused and a Where keeps that for the longer
 * ones, which gives the same values.
 */
final class PatchFusion {

    static final String IS_LONGER = "is_longer";

    private static final int CROPS = 3;
    /** Patches of the crops are three times as wide as high. */
    private static final int WIDE = CROPS * PATCH;
    /** Patches across one crop; what is missing to the width of the grid stays zero. */
    private static final int COLUMNS = SIDE / WIDE;

    private PatchFusion() {}

    /**
     * @param x [batch, 4, 1024, 64], normalised
     * @param tokens of the shrunk whole, in window order
     */
    static String append(GraphBuilder graph, Weights embedding, AudioConfig audio, String x, String tokens)
            throws UnusableCheckpoint {
        String crops = crops(graph, embedding, audio, graph.slice(x, 1, 1 + CROPS, 1));
        Weights fusion = embedding.part("fusion_model");
        String sum = graph.op("Add", tokens, crops);
        String local = attention(graph, fusion.part("local_att"), 0, audio, sum);
        String global = attention(graph, fusion.part("global_att"), 1, audio, graph.mean(sum, 1, true));
        String share = graph.op("Sigmoid", graph.op("Add", local, global));
        // 2 · tokens · share + 2 · crops · (1 − share)
        String mixed = graph.op("Add", crops, graph.op("Mul", graph.op("Sub", tokens, crops), share));
        String fused = graph.op("Mul", mixed, graph.constant(2f));
        return graph.op("Where", graph.reshape(IS_LONGER, -1, 1, 1), fused, tokens);
    }

    private static String crops(GraphBuilder graph, Weights embedding, AudioConfig audio, String x)
            throws UnusableCheckpoint {
        int bandRows = BANDS / PATCH;
        String strips = graph.reshape(x, -1, CROPS, STRIPS, SIDE, BANDS);
        String whole = graph.slice(strips, 0, COLUMNS * WIDE, 3);
        String split = graph.reshape(whole, -1, CROPS, STRIPS, COLUMNS, WIDE, bandRows, PATCH);
        // strip, row, crop, column, band of the patch, frame of the patch
        String ordered = graph.transpose(split, 0, 2, 5, 1, 3, 6, 4);
        String patches = graph.reshape(ordered, -1, GRID, CROPS * COLUMNS, PATCH * WIDE);
        String tokens = Linear.patches(embedding, "mel_conv2d", audio.channels(), PATCH, WIDE)
                .appendExact(graph, patches);
        String padded = graph.op("Pad", tokens, graph.wholes(0, 0, 0, 0, 0, 0, GRID - CROPS * COLUMNS, 0));
        String rowMajor = graph.reshape(padded, -1, GRID * GRID, audio.channels());
        return graph.gather(rowMajor, WindowOrder.of(GRID, WINDOW, 0).tokens(), 1);
    }

    /**
     * @param first number of its first convolution; those of a pooled branch follow the pooling
     */
    private static String attention(GraphBuilder graph, Weights branch, int first, AudioConfig audio, String x)
            throws UnusableCheckpoint {
        int channels = audio.channels();
        int hidden = audio.fusionChannels();
        Linear narrow = Linear.pointwise(branch, "" + first, "" + (first + 1), channels, hidden);
        Linear wide = Linear.pointwise(branch, "" + (first + 3), "" + (first + 4), hidden, channels);
        return wide.appendExact(graph, graph.op("Relu", narrow.appendExact(graph, x)));
    }
}
