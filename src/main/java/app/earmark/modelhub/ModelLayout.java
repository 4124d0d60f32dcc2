package app.earmark.modelhub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a model's files are laid out, in a folder or in a repository of the hub. */
enum ModelLayout {
    /** A pack of Earmark's own, by its pack.json. */
    PACK,
    /** Ready ONNX files as for transformers.js: {@code onnx/audio_model….onnx} and {@code onnx/text_model….onnx}. */
    PUBLISHED,
    /** A checkpoint of transformers: model.safetensors or pytorch_model.bin. */
    CHECKPOINT;

    static final List<String> WEIGHTS = List.of("model.safetensors", "pytorch_model.bin");

    private static final List<String> DESCRIPTION =
            List.of("config.json", "preprocessor_config.json", "tokenizer.json");

    /** The layout of files at these paths, if it is one of these. */
    static Optional<ModelLayout> of(Collection<String> paths) {
        if (paths.contains(PackManifest.FILE)) {
            return Optional.of(PACK);
        }
        if (!paths.containsAll(DESCRIPTION)) {
            return Optional.empty();
        }
        if (!published(paths).isEmpty()) {
            return Optional.of(PUBLISHED);
        }
        return WEIGHTS.stream().anyMatch(paths::contains) ? Optional.of(CHECKPOINT) : Optional.empty();
    }

    /** The precisions that are there, with both their files. */
    static Set<WeightPrecision> published(Collection<String> paths) {
        Set<WeightPrecision> there = EnumSet.noneOf(WeightPrecision.class);
        for (WeightPrecision precision : WeightPrecision.values()) {
            if (paths.contains(precision.audioPath()) && paths.contains(precision.textPath())) {
                there.add(precision);
            }
        }
        return there;
    }

    /**
     * What a model in this layout consists of.
     *
     * @param weights name of the weights' file; only a checkpoint has it
     */
    List<String> paths(WeightPrecision precision, String weights) {
        List<String> paths = new ArrayList<>(DESCRIPTION);
        switch (this) {
            case PUBLISHED -> paths.addAll(List.of(precision.audioPath(), precision.textPath()));
            case CHECKPOINT -> paths.add(weights);
            default -> throw new IllegalStateException(name());
        }
        return paths;
    }
}
