package app.earmark.modelhub;

import app.earmark.convert.BuiltPack;
import app.earmark.convert.CheckpointOrigin;
import app.earmark.convert.ClapGraphs;
import app.earmark.convert.ConversionFailure;
import app.earmark.convert.Precision;
import app.earmark.convert.PublishedGraphs;
import app.earmark.embed.AudioModelTrial;
import app.earmark.embed.PackFiles;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder with a model in one of the layouts Earmark reads, and what is known of it.
 *
 * @param precision absent to take what is there, the smallest first
 * @param origin absent if nobody knows where it comes from
 * @param logitScale absent if unknown
 */
record ModelFolder(
        Path folder,
        ModelLayout layout,
        Optional<WeightPrecision> precision,
        Optional<CheckpointOrigin> origin,
        OptionalDouble logitScale) {

    private static final int DEPTH = 2;

    /**
     * Looks at a folder of unknown origin.
     *
     * @throws UnusableModel if there is no model in it
     */
    static ModelFolder of(Path folder, Optional<WeightPrecision> precision) throws UnusableModel, IOException {
        ModelLayout layout = ModelLayout.of(paths(folder))
                .orElseThrow(() -> new UnusableModel(folder
                        + " holds no model that Earmark can use: neither a pack.json, nor config.json,"
                        + " preprocessor_config.json and tokenizer.json beside ONNX files in a folder onnx, or beside"
                        + " model.safetensors."));
        return new ModelFolder(folder, layout, precision, Optional.empty(), OptionalDouble.empty());
    }

    private static Set<String> paths(Path folder) throws IOException {
        Set<String> paths = new HashSet<>();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> paths.add(folder.relativize(file).toString().replace('\\', '/')));
        }
        return paths;
    }

    /**
     * Makes a pack of it.
     *
     * @param outFolder must not exist; a complete pack afterwards, though not yet tried
     */
    void packTo(Path outFolder, Progress progress) throws UnusableModel, CancelledWork, IOException {
        try {
            switch (layout) {
                case PACK -> copyPack(outFolder, progress);
                case PUBLISHED -> published(outFolder, progress);
                case CHECKPOINT -> checkpoint(outFolder, progress);
                default -> throw new IllegalStateException(layout.name());
            }
        } catch (ConversionFailure e) {
            throw new UnusableModel(e.getMessage(), e);
        }
    }

    private void copyPack(Path outFolder, Progress progress) throws UnusableModel, CancelledWork, IOException {
        PackManifest manifest = PackManifest.of(PackFiles.inFolder(folder));
        Files.createDirectory(outFolder);
        for (String name : manifest.sha256().keySet()) {
            copy(name, outFolder, progress);
        }
        if (Files.exists(folder.resolve(PackShelf.PROMPT_VECTORS))) {
            copy(PackShelf.PROMPT_VECTORS, outFolder, progress);
        }
        copy(PackManifest.FILE, outFolder, progress);
    }

    private void copy(String name, Path outFolder, Progress progress) throws UnusableModel, CancelledWork, IOException {
        progress.throwIfCancelled();
        Path from = folder.resolve(name);
        if (!Files.isRegularFile(from)) {
            throw new UnusableModel(
                    "The model pack in " + folder + " lacks its file " + name + "; copy or download the pack again.");
        }
        Files.createDirectories(outFolder.resolve(name).getParent());
        Files.copy(from, outFolder.resolve(name));
    }

    private BuiltPack published(Path outFolder, Progress progress)
            throws UnusableModel, ConversionFailure, CancelledWork, IOException {
        Set<WeightPrecision> there = ModelLayout.published(paths(folder));
        WeightPrecision chosen = precision.orElseGet(() -> smallest(there));
        if (!there.contains(chosen)) {
            throw new UnusableModel("The model in " + folder + " is not there as " + chosen.label() + "; there is "
                    + String.join(
                            ", ", there.stream().map(WeightPrecision::label).toList()) + ".");
        }
        return new PublishedGraphs(
                        folder,
                        folder.resolve(chosen.audioPath()),
                        folder.resolve(chosen.textPath()),
                        chosen.label(),
                        logitScale)
                .assemble(
                        origin.orElseGet(() -> PublishedGraphs.unknownOrigin(folder)),
                        AudioModelTrial::outputs,
                        outFolder,
                        progress);
    }

    private static WeightPrecision smallest(Set<WeightPrecision> there) {
        for (WeightPrecision precision : new WeightPrecision[] {WeightPrecision.INT8, WeightPrecision.FP32}) {
            if (there.contains(precision)) {
                return precision;
            }
        }
        return WeightPrecision.FP16;
    }

    private BuiltPack checkpoint(Path outFolder, Progress progress)
            throws UnusableModel, ConversionFailure, CancelledWork {
        Precision stored =
                switch (precision.orElse(WeightPrecision.FP32)) {
                    case FP32 -> Precision.FP32;
                    case FP16 -> Precision.FP16;
                    case INT8 ->
                        throw new UnusableModel("Earmark builds models from original weights as fp32 or fp16;"
                                + " for int8 take one that is published as ONNX, such as Xenova/clap-htsat-unfused.");
                };
        return origin.isPresent()
                ? ClapGraphs.build(folder, origin.get(), stored, outFolder, progress)
                : ClapGraphs.build(folder, stored, outFolder, progress);
    }
}
