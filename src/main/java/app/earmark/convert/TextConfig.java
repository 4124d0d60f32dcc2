package app.earmark.convert;

/**
 * The text tower, RoBERTa. What config.json leaves out has the default of {@code transformers.ClapTextConfig}.
 *
 * @param width of a token's vector
 * @param positions rows of the position table
 * @param padToken its id; positions are counted from the one after it
 */
record TextConfig(
        int vocabulary,
        int width,
        int layers,
        int heads,
        int intermediate,
        int positions,
        int tokenTypes,
        float epsilon,
        int padToken) {

    static TextConfig read(ConfigFields fields) throws UnusableCheckpoint {
        fields.require("hidden_act", "gelu");
        fields.require("position_embedding_type", "absolute");
        TextConfig config = new TextConfig(
                fields.positive("vocab_size", 50265),
                fields.positive("hidden_size", 768),
                fields.positive("num_hidden_layers", 12),
                fields.positive("num_attention_heads", 12),
                fields.positive("intermediate_size", 3072),
                fields.positive("max_position_embeddings", 514),
                fields.positive("type_vocab_size", 1),
                (float) fields.number("layer_norm_eps", 1e-12),
                (int) fields.number("pad_token_id", 1));
        if (config.width % config.heads != 0) {
            throw fields.bad("num_attention_heads", "does not fit \"hidden_size\"");
        }
        if (config.padToken < 0 || config.mostTokens() < 2) {
            throw fields.bad("max_position_embeddings", "does not fit \"pad_token_id\"");
        }
        return config;
    }

    int mostTokens() {
        return positions - padToken - 1;
    }
}
