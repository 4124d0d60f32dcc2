package app.earmark.export;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import app.earmark.library.PackId;
import app.earmark.library.Tag;
import app.earmark.library.TagSource;
import app.earmark.progress.Progress;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Time and memory of a sheet: {@code SheetBench FILE [rows]}; run with the heap it must do with. The clips are made up, each once.
 */
public final class SheetBench {

    private SheetBench() {}

    public static void main(String[] args) throws Exception {
        Path sheet = Path.of(args[0]);
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        List<ClipId> ids = LongStream.range(0, rows).mapToObj(ClipId::new).toList();
        long start = System.nanoTime();
        long processor = processorTime();
        new TagSheet(new FixedClips(new OnceEach())).write(ids, sheet, Progress.NONE);
        report("written", start, processor, sheet);
        resetPeaks();
        start = System.nanoTime();
        processor = processorTime();
        long cells = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(sheet.toFile());
                var stream = workbook.getFirstSheet().openStream()) {
            cells = stream.mapToLong(row -> row.getPhysicalCellCount()).sum();
        }
        report("read back, " + cells + " cells", start, processor, sheet);
    }

    /** Each row is asked for once by every part of it. */
    private static final class OnceEach implements LongFunction<SheetRow> {

        private final SheetRow[] latest = new SheetRow[1024];

        @Override
        public SheetRow apply(long id) {
            int place = (int) (id % latest.length);
            if (latest[place] == null || latest[place].clip().id().value() != id) {
                latest[place] = row(id);
            }
            return latest[place];
        }
    }

    private static SheetRow row(long id) {
        Map<String, String> fields = new HashMap<>();
        IntStream.range(0, 14)
                .forEach(i -> fields.put(
                        app.earmark.metadata.FieldNames.ALL.get(i),
                        "field " + i + " of sound " + id + " with some words that differ from row to row"));
        Clip clip = new Clip(
                new ClipId(id),
                new LibraryId(1),
                Path.of("/sounds/library " + id % 97 + "/DOORWood_Old Door Closes " + id + "_EARM_DEMO.wav"),
                new FileStamp(1, 1),
                Optional.of(new AudioFacts("WAV", "pcm_s24le", id / 7.0, 96_000, 2, OptionalInt.of(24))),
                ClipState.EMBEDDED,
                false,
                Optional.empty());
        ClipTags tags = new ClipTags(
                List.of(
                        new Tag("DOORWood", "DOORS-WOOD", OptionalDouble.of(.7), TagSource.NAME),
                        new Tag(
                                "own label " + id % 1_000,
                                "own label " + id % 1_000,
                                OptionalDouble.empty(),
                                TagSource.PERSON)),
                List.of(),
                List.of("RAINVege"));
        return new SheetRow(
                clip,
                new ClipFields(fields),
                tags,
                Optional.of(new PackId("starter", "1.0.0")),
                new ClipFields(Map.of("Description", "x")),
                "0123456789abcdef".repeat(4));
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static void report(String what, long start, long processor, Path sheet) throws Exception {
        double seconds = (System.nanoTime() - start) / 1e9;
        double megabytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, of processor time %.1f s (collecting and compiling included), heap in use at most %.0f MB of %.0f MB, file %.1f MB%n",
                what,
                seconds,
                (processorTime() - processor) / 1e9,
                megabytes,
                Runtime.getRuntime().maxMemory() / 1e6,
                Files.size(sheet) / 1e6);
    }
}
