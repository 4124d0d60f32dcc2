package app.earmark.bench;

import app.earmark.decode.ClipReader;
import app.earmark.decode.FfmpegAudioDecoder;
import app.earmark.decode.HeardClip;
import app.earmark.dsp.Resampler;
import app.earmark.dsp.SampleRate;
import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.OrtAlone;
import app.earmark.embed.PackFiles;
import app.earmark.features.LogMel;
import app.earmark.indexing.ClipEmbedder;
import app.earmark.indexing.LibraryScanner;
import app.earmark.indexing.ModelListener;
import app.earmark.indexing.ScanReport;
import app.earmark.indexing.ScanSettings;
import app.earmark.indexing.StageTimes;
import app.earmark.indexing.StageTimes.Stage;
import app.earmark.metadata.ClipTextReader;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import app.earmark.tagging.LabelVectors;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.TagRule;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.UcsLabelNames;
import app.earmark.tagging.Vocabulary;
import app.earmark.ucs.UcsTable;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Measures scanning: {@code listing FOLDER}, {@code listening FOLDER CLIPS} or {@code memory FOLDER CLIPS}. Wall-clock time
 * and the CPU time of the whole process, which a busy machine falsifies less.
 */
public final class ScanBench {

    private static final int WORKERS = 2;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path work;

    private ScanBench(Path work) {
        this.work = work;
    }

    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[1]);
        ScanBench benchmark = new ScanBench(work);
        switch (args[0]) {
            case "listing" -> benchmark.listing();
            case "listening" -> benchmark.listening(Integer.parseInt(args[2]));
            case "memory" -> benchmark.memory(Integer.parseInt(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private void listing() throws Exception {
        Path sounds = work.resolve("small");
        BenchSounds.small(sounds, 10_000);
        for (int round = 1; round <= 3; round++) {
            try (Setup setup = new Setup(fresh("listing.db"))) {
                // cancelled when listening would begin
                Phases first = new Phases("Listening");
                setup.scanner.scan(List.of(sounds), false, first);
                print("round %d, new: %s", round, first);
                Phases again = new Phases("Listening");
                setup.scanner.scan(List.of(sounds), false, again);
                print("round %d, unchanged: %s", round, again);
                print(
                        "seconds over all threads: probe %.2f, storage %.2f",
                        setup.times.seconds(Stage.PROBE), setup.times.seconds(Stage.STORE));
            }
        }
    }

    private void listening(int clips) throws Exception {
        Path sounds = work.resolve("mixed" + clips);
        BenchSounds.mixed(sounds, clips, 0.5, 20);
        List<LogMel> tensors = tensors(sounds);
        try (OrtAlone alone = new OrtAlone();
                Setup setup = new Setup(fresh("listening.db"))) {
            run(alone, tensors.subList(0, Math.min(50, tensors.size())));
            Clock ort = new Clock();
            run(alone, tensors);
            print("ONNX Runtime alone on %d windows: %s", tensors.size(), ort);
            Phases phases = new Phases("");
            double frontEndBefore = setup.pack.audio().frontEndNanos() / 1e9;
            ScanReport report = setup.scanner.scan(List.of(sounds), false, phases);
            print("scan of %d clips: %s", report.embedded(), phases);
            double frontEnd = setup.pack.audio().frontEndNanos() / 1e9 - frontEndBefore;
            print(
                    "seconds over all threads: decode and hash %.2f, resample %.2f, log-mel %.2f, inference %.2f, tags %.2f,"
                            + " storage %.2f (with that of probing)",
                    setup.times.seconds(Stage.DECODE),
                    setup.times.seconds(Stage.RESAMPLE),
                    frontEnd,
                    setup.times.seconds(Stage.ENCODE) - frontEnd,
                    setup.times.seconds(Stage.TAG),
                    setup.times.seconds(Stage.STORE));
        }
    }

    private void memory(int clips) throws Exception {
        Path sounds = work.resolve("memory" + clips);
        BenchSounds.mixed(sounds, clips, 0.1, 1.5);
        try (Setup setup = new Setup(fresh("memory.db"))) {
            Phases phases = new Phases("");
            ScanReport report = setup.scanner.scan(List.of(sounds), false, phases);
            print("scan of %d clips: %s", report.embedded(), phases);
        }
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            status.filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                    .forEach(line -> print("%s", line));
        }
    }

    private static List<LogMel> tensors(Path sounds) throws Exception {
        ClipReader reader = new ClipReader(new FfmpegAudioDecoder());
        Resampler resampler = new Resampler();
        List<LogMel> tensors = new ArrayList<>();
        try (OrtAlone alone = new OrtAlone();
                Stream<Path> files = Files.walk(sounds)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                HeardClip heard = reader.read(file, 20, 4, () -> false);
                heard.windows()
                        .forEach(window ->
                                tensors.add(alone.tensor(resampler.resample(window.sound(), new SampleRate(44_100)))));
            }
        }
        return tensors;
    }

    private static void run(OrtAlone alone, List<LogMel> tensors) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
        List<Future<?>> runs = new ArrayList<>();
        for (LogMel tensor : tensors) {
            runs.add(pool.submit(() -> alone.run(tensor)));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        pool.shutdown();
    }

    private Path fresh(String name) throws Exception {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(work.resolve(name + suffix));
        }
        return work.resolve(name);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** Everything a scan needs. */
    private static final class Setup implements AutoCloseable {
        private final OnnxModelPack pack = OnnxModelPack.open(PackFiles.onClassPath("/app/earmark/packs/starter"));
        private final StageTimes times = new StageTimes();
        private final Catalogue catalogue;
        private final LibraryScanner scanner;

        private Setup(Path file) throws Exception {
            UcsTable ucs = UcsTable.load();
            Vocabulary vocabulary = Vocabulary.ofUcs(ucs);
            catalogue = Catalogue.open(file, new UcsLabelNames(ucs, vocabulary));
            FfmpegAudioDecoder decoder = new FfmpegAudioDecoder();
            Tagger tagger = new Tagger(
                    pack.description(),
                    LabelVectors.of(vocabulary.labels(), pack.text()),
                    TagRule.of(pack.description().tagging()),
                    LearnedScores.NONE);
            ModelListener listener = new ModelListener(
                    new ClipEmbedder(pack, decoder, times),
                    tagger::claims,
                    Tagger.claimsOfSilence(),
                    tagger.vocabulary(),
                    times);
            scanner = new LibraryScanner(
                    catalogue.clips(),
                    catalogue.scans(),
                    decoder,
                    new ClipTextReader(ucs),
                    () -> listener,
                    new ScanSettings(WORKERS),
                    times);
        }

        @Override
        public void close() {
            pack.close();
            catalogue.close();
        }
    }

    private static final class Clock {
        private final long wall = System.nanoTime();
        private final long cpu = SYSTEM.getProcessCpuTime();

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.2f s wall, %.2f s CPU",
                    (System.nanoTime() - wall) / 1e9,
                    (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
        }
    }

    /** Notes how long each phase took; cancels at the beginning of one. */
    private static final class Phases implements Progress {
        private final String last;
        private final Map<String, String> times = new LinkedHashMap<>();
        private String phase = "";
        private Clock clock;
        private volatile boolean cancelled;

        private Phases(String last) {
            this.last = last;
        }

        @Override
        public void phase(String name, long total) {
            endPhase();
            phase = total < 0 ? name : name + " " + total;
            clock = new Clock();
            cancelled = name.equals(last);
        }

        private void endPhase() {
            if (clock != null) {
                times.put(phase, clock.toString());
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public String toString() {
            endPhase();
            clock = null;
            return times.toString();
        }
    }
}
