package app.earmark.convert;

import java.util.ArrayList;
import java.util.List;

/**
 * CLAP's audio tower as a graph: {@code input_features} [batch, 1 or 4, 1001, 64] in dB and, when fused, {@code
 * is_longer} [batch, 1] → {@code audio_embeds} [batch, joint], not of unit length. Reference: {@code
 * transformers.ClapAudioModelWithProjection}.
 */
final class AudioTower {

    static final String OUTPUT = "audio_embeds";

    private static final String ENCODER = "audio_model.audio_encoder";

    private AudioTower() {}

    static OnnxGraph build(Weights weights, ClapConfig config, Precision precision) throws UnusableCheckpoint {
        AudioConfig audio = config.audio();
        GraphBuilder graph = new GraphBuilder("clap-audio", precision);
        Weights encoder = weights.part(ENCODER);
        String tokens = AudioPatches.append(graph, encoder, audio);
        tokens = AudioStages.append(graph, encoder, audio, tokens);
        tokens = LayerNorm.of(encoder, "norm", audio.width(), LayerNorm.EPSILON).append(graph, tokens);
        // The reference groups the tokens before it averages them, which changes nothing.
        String mean = graph.mean(tokens, 1, false);
        Projection.append(graph, weights.part("audio_projection"), audio.width(), config.joint(), mean, OUTPUT);
        List<GraphValue> inputs = new ArrayList<>();
        inputs.add(GraphValue.of(
                AudioPatches.FEATURES,
                OnnxFields.FLOAT,
                "batch",
                audio.fused() ? 4 : 1,
                AudioConfig.FRAMES,
                AudioConfig.BANDS));
        if (audio.fused()) {
            inputs.add(GraphValue.of(PatchFusion.IS_LONGER, OnnxFields.BOOL, "batch", 1));
        }
        return graph.build(inputs, List.of(GraphValue.of(OUTPUT, OnnxFields.FLOAT, "batch", config.joint())));
    }
}
