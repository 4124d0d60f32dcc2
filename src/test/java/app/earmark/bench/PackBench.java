package app.earmark.bench;

import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.dsp.MelNorm;
import app.earmark.dsp.MelScale;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.embed.TextEncoder;
import app.earmark.features.ClapLogMelParameters;
import app.earmark.features.FrontEnd;
import app.earmark.features.IsLonger;
import app.earmark.features.LongClips;
import app.earmark.features.ShortClips;
import app.earmark.indexing.ClipEmbedder;
import app.earmark.indexing.StageTimes;
import app.earmark.indexing.StageTimes.Stage;
import com.google.gson.Gson;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Parts of what a CLAP pack costs, for {@code onnx/bench}; prints one JSON object. {@code stages PACK FOLDER THREADS},
 * {@code front-end} or {@code text PACK}.
 */
final class PackBench {

    private static final ClapLogMelParameters UNFUSED = new ClapLogMelParameters(
            new SampleRate(48_000),
            1024,
            480,
            MelScale.SLANEY,
            MelNorm.SLANEY,
            64,
            50,
            14_000,
            480_000,
            ShortClips.REPEAT_PAD,
            LongClips.WINDOWS,
            IsLonger.BY_LENGTH);
    private static final List<String> DESCRIPTIONS = List.of(
            "rain on a tin roof",
            "heavy wooden door creaks slowly",
            "dog barking in the distance",
            "glass bottle breaks on concrete");

    private PackBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, Object> figures =
                switch (args[0]) {
                    case "stages" -> stages(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
                    case "front-end" -> frontEnd();
                    case "text" -> text(Path.of(args[1]));
                    default -> throw new IllegalArgumentException(args[0]);
                };
        System.out.println(new Gson().toJson(figures));
    }

    /** Decode to vector without tags and database; the first file is heard once beforehand. */
    private static Map<String, Object> stages(Path pack, Path folder, int threads) throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (OnnxModelPack model = OnnxModelPack.open(PackFiles.inFolder(pack))) {
            new ClipEmbedder(model, new FfmpegAudioDecoder(), new StageTimes()).embed(files.get(0), () -> false);
            long frontEndBefore = model.audio().frontEndNanos();
            StageTimes times = new StageTimes();
            ClipEmbedder embedder = new ClipEmbedder(model, new FfmpegAudioDecoder(), times);
            long start = System.nanoTime();
            long windows = hear(embedder, files, threads);
            double seconds = (System.nanoTime() - start) / 1e9;
            double frontEnd = (model.audio().frontEndNanos() - frontEndBefore) / 1e9;
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("windows", windows);
            figures.put("seconds", seconds);
            figures.put("windowsPerSecond", windows / seconds);
            figures.put("threads", threads);
            figures.put(
                    "stageSeconds",
                    Map.of(
                            "decode and hash",
                            times.seconds(Stage.DECODE),
                            "resample",
                            times.seconds(Stage.RESAMPLE),
                            "log-mel",
                            frontEnd,
                            "inference",
                            times.seconds(Stage.ENCODE) - frontEnd));
            return figures;
        }
    }

    private static long hear(ClipEmbedder embedder, List<Path> files, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (Path file : files) {
                running.add(pool.submit(() -> embedder.embed(file, () -> false)
                        .embedding()
                        .map(embedding -> Math.max(1, embedding.windows().size()))
                        .orElse(0)));
            }
            long windows = 0;
            for (Future<Integer> one : running) {
                windows += one.get();
            }
            return windows;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Log-mel of 10 s at 48 kHz, unfused. */
    private static Map<String, Object> frontEnd() throws Exception {
        FrontEnd frontEnd = UNFUSED.build();
        Random random = new Random(0);
        float[] samples = new float[480_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian() * 0.1f;
        }
        Waveform window = new Waveform(samples, new SampleRate(48_000));
        return milliseconds(Timing.of(100, 100, round -> frontEnd.apply(window)));
    }

    /** Warm: model loaded, and each description encoded before. */
    private static Map<String, Object> text(Path pack) throws Exception {
        try (OnnxModelPack model = OnnxModelPack.open(PackFiles.inFolder(pack))) {
            TextEncoder text = model.text();
            return milliseconds(Timing.of(8, 40, round -> text.encode(DESCRIPTIONS.get(round % DESCRIPTIONS.size()))));
        }
    }

    private static Map<String, Object> milliseconds(Timing timing) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bestMs", timing.best());
        figures.put("medianMs", timing.median());
        figures.put("p95Ms", timing.p95());
        figures.put("processorMs", timing.processor());
        return figures;
    }
}
