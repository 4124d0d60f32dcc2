package app.earmark.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Splits text into token ids as a {@code tokenizer.json} says (Hugging Face tokenizers through DJL), cut at a number of
 * tokens and never padded: DJL pads with id 0 whatever the file says, and one sentence at a time needs no padding.
 * Thread-safe.
 */
final class Tokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final Lifetime lifetime;

    /**
     * @param json a {@code tokenizer.json}
     */
    Tokenizer(String packName, byte[] json, int maxTokens) throws EncoderFailure {
        lifetime = new Lifetime("the model pack " + packName);
        stayOffline();
        Map<String, String> options = Map.of(
                "truncation",
                "true",
                "padding",
                "false",
                "maxLength",
                Integer.toString(maxTokens),
                "modelMaxLength",
                Integer.toString(maxTokens));
        try {
            tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new EncoderFailure(
                    "The tokenizer of the model pack " + packName + " can't be loaded; copy or download"
                            + " the pack again.",
                    e);
        }
    }

    /** DJL would report its use to its makers, and fetch what it misses. */
    private static void stayOffline() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    Encoding encode(String text) {
        try (Lifetime.Use use = lifetime.use()) {
            return tokenizer.encode(text);
        }
    }

    @Override
    public void close() {
        lifetime.end(tokenizer::close);
    }
}
