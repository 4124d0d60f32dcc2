package app.earmark.bench;

import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.indexing.ClipEmbedder;
import app.earmark.indexing.StageTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which way of filling a window serves clips that are shorter than it: names each labelled clip by the nearest of the
 * labels' vectors, once for each {@code shortClips} of the pack's front end. Arguments: a CLAP pack's folder, and a folder
 * with one folder of sounds for each label, named as one would describe such a sound.
 */
final class ShortClipsBench {

    private static final Pattern SHORT_CLIPS = Pattern.compile("\"shortClips\"\\s*:\\s*\"[a-z]+\"");

    private ShortClipsBench() {}

    public static void main(String[] args) throws Exception {
        Path pack = Path.of(args[0]);
        Map<Path, String> labels = labelled(Path.of(args[1]));
        for (String shortClips : List.of("repeatpad", "repeat", "pad")) {
            Path variant = variant(pack, shortClips);
            try (OnnxModelPack opened = OnnxModelPack.open(PackFiles.inFolder(variant))) {
                System.out.println(shortClips + ": " + measure(opened, labels));
            } finally {
                delete(variant);
            }
        }
    }

    private static Map<Path, String> labelled(Path folder) throws IOException {
        Map<Path, String> labels = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file ->
                            labels.put(file, file.getParent().getFileName().toString()));
        }
        return labels;
    }

    /** The pack with another way of filling windows; the digests in pack.json are those of the models only. */
    private static Path variant(Path pack, String shortClips) throws IOException {
        Path variant = Files.createTempDirectory("earmark-short-clips");
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = variant.resolve(pack.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (!file.equals(pack.resolve("pack.json"))) {
                    Files.createSymbolicLink(target, file.toAbsolutePath());
                }
            }
        }
        String json = Files.readString(pack.resolve("pack.json"));
        if (!SHORT_CLIPS.matcher(json).find()) {
            throw new IllegalArgumentException(pack + " says nothing about short clips");
        }
        Files.writeString(
                variant.resolve("pack.json"),
                SHORT_CLIPS.matcher(json).replaceFirst("\"shortClips\": \"" + shortClips + "\""));
        return variant;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String measure(OnnxModelPack pack, Map<Path, String> labels) throws Exception {
        List<String> names = labels.values().stream().distinct().toList();
        List<float[]> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(pack.text().encode(name));
        }
        ClipEmbedder embedder = new ClipEmbedder(pack, new FfmpegAudioDecoder(), new StageTimes());
        double longest = pack.audio().windows().longestSeconds();
        int clips = 0;
        int first = 0;
        double reciprocal = 0;
        for (Map.Entry<Path, String> clip : labels.entrySet()) {
            ClipEmbedder.EmbeddedClip embedded = embedder.embed(clip.getKey(), () -> false);
            if (embedded.embedding().isEmpty() || embedded.heard().facts().durationSeconds() >= longest) {
                continue;
            }
            int rank = rank(embedded.embedding().get().joint(), texts, names.indexOf(clip.getValue()));
            clips++;
            first += rank == 1 ? 1 : 0;
            reciprocal += 1.0 / rank;
        }
        return String.format(
                Locale.ROOT,
                "%d clips of %d labels, right label first %.3f, mean reciprocal rank %.3f",
                clips,
                names.size(),
                first / (double) clips,
                reciprocal / clips);
    }

    private static int rank(float[] clip, List<float[]> texts, int right) {
        double[] scores = new double[texts.size()];
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < clip.length; k++) {
                scores[i] += clip[k] * texts.get(i)[k];
            }
        }
        int rank = 1;
        for (double score : scores) {
            rank += score > scores[right] ? 1 : 0;
        }
        return rank;
    }
}
