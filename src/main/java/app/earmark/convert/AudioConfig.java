package app.earmark.convert;

/**
 * The audio tower, HTSAT: a Swin transformer over a square picture of the log-mel spectrogram. What config.json leaves
 * out has the default of {@code transformers.ClapAudioConfig}.
 *
 * @param channels of a token in the first stage; each stage doubles them
 * @param depths blocks of each stage
 * @param heads of each stage
 * @param fused whether it takes four channels and {@code is_longer}
 * @param fusionChannels of the hidden layer of the fusion's attention
 */
record AudioConfig(
        int channels,
        int[] depths,
        int[] heads,
        double mlpRatio,
        float epsilon,
        boolean fused,
        boolean patchNorm,
        int fusionChannels) {

    static final int FRAMES = 1001;
    static final int BANDS = 64;
    static final int PATCH = 4;
    static final int WINDOW = 8;
    /** Of the picture, in frames and bands. */
    static final int SIDE = 256;
    /** The spectrogram is cut along time into this many strips, which are laid above one another. */
    static final int STRIPS = SIDE / BANDS;
    /** Of the first stage, in tokens. */
    static final int GRID = SIDE / PATCH;

    static AudioConfig read(ConfigFields fields) throws UnusableCheckpoint {
        fields.require("spec_size", SIDE);
        fields.require("num_mel_bins", BANDS);
        fields.require("window_size", WINDOW);
        fields.requireSquare("patch_size", PATCH);
        fields.requireSquare("patch_stride", PATCH);
        fields.require("patch_embed_input_channels", 1);
        fields.require("flatten_patch_embeds", true);
        fields.require("qkv_bias", true);
        fields.require("hidden_act", "gelu");
        // The reference tells only this kind from the others; published files often have null here.
        if (fields.text("fusion_type").filter("channel_map"::equals).isPresent()) {
            throw fields.unknown("fusion_type", "channel_map");
        }
        int channels = fields.positive("patch_embeds_hidden_size", 96);
        int[] depths = fields.positives("depths");
        int[] heads = fields.positives("num_attention_heads");
        if (depths.length != heads.length || GRID >> (depths.length - 1) < WINDOW) {
            throw fields.bad("depths", "does not fit \"num_attention_heads\" or the spectrogram");
        }
        for (int stage = 0; stage < heads.length; stage++) {
            if ((channels << stage) % heads[stage] != 0) {
                throw fields.bad("num_attention_heads", "does not fit \"patch_embeds_hidden_size\"");
            }
        }
        return new AudioConfig(
                channels,
                depths,
                heads,
                fields.number("mlp_ratio", 4),
                (float) fields.number("layer_norm_eps", 1e-5),
                fields.flag("enable_fusion", false),
                fields.flag("enable_patch_layer_norm", true),
                channels / fields.positive("aff_block_r", 4));
    }

    int stages() {
        return depths.length;
    }

    /** Channels of the last stage. */
    int width() {
        return channels << (stages() - 1);
    }
}
