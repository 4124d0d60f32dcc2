package app.earmark.embed;

import app.earmark.features.FrontEndParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a {@code pack.json} says.
 *
 * @param sha256 lower-case hex digests by file name, in name order
 */
record PackSpec(
        PackDescription description,
        FrontEndParameters frontEnd,
        WindowPolicy windows,
        Audio audio,
        Text text,
        Map<String, String> sha256) {

    /**
     * The audio model and its tensors.
     *
     * @param isLonger input that a fusing model is told by that the clip is longer than a window
     * @param acoustic absent for a pack with one space
     */
    record Audio(String model, String input, Optional<String> isLonger, String joint, Optional<String> acoustic) {}

    /** What becomes of the text model's output. */
    enum Pooling {
        /** Shape [1, tokens, dimension]: averaged over the tokens, then unit length. */
        MEAN,
        /** Shape [1, dimension]: unit length. */
        NONE
    }

    /**
     * The sentence model and its tensors; model and tokenizer may be {@code classpath:} references.
     *
     * @param inputs which of input_ids, attention_mask, token_type_ids the model takes
     * @param promptTemplate holds one {@code {}} where the description goes
     */
    record Text(
            String model,
            String tokenizer,
            List<String> inputs,
            String output,
            Pooling pooling,
            int maxTokens,
            String promptTemplate,
            Optional<Head> head) {}

    /** Maps a unit-length sentence vector, shape [1, dimension], into the joint space. */
    record Head(String model, String input, String output) {}
}
