package app.earmark.bench;

import app.earmark.library.ClipFields;
import app.earmark.metadata.RiffBytes;
import app.earmark.metadata.write.MetadataBackup;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.metadata.write.MetadataWriter;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How fast metadata is written and verified, beside a plain "copy, fsync, read back, hash" of the same files. The two take
 * turns, a block of files at a time, and who begins changes from block to block. Copying goes one file after another, and, for
 * comparison, on as many threads as the writing.
 */
final class MetadataBench {

    private static final int FILES = Integer.getInteger("earmark.files", 1_000);
    private static final int BYTES = Integer.getInteger("earmark.bytes", 5_000_000);
    private static final int BLOCK = 50;
    private static final int THREADS = 4;

    private final MetadataWriter writer = new MetadataWriter(UcsTable.load());
    private final Path folder;
    private long copyNanos;
    private long togetherNanos;
    private long writeNanos;
    private long undoNanos;

    private MetadataBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("earmark.folder", "/tmp")), "metadata");
        try {
            new MetadataBench(folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws Exception {
        for (int from = 0; from < FILES; from += BLOCK) {
            List<Path> files = new ArrayList<>();
            List<String> hashes = new ArrayList<>();
            for (int i = from; i < Math.min(FILES, from + BLOCK); i++) {
                Path file = folder.resolve("sound" + i + ".wav");
                new RiffBytes()
                        .format()
                        .chunk("data", RiffBytes.noise(BYTES, i))
                        .write(file);
                files.add(file);
                hashes.add(hash(file));
            }
            sync(files);
            if (from / BLOCK % 2 == 0) {
                copyNanos += copy(files, 1);
                togetherNanos += copy(files, THREADS);
                write(files, hashes);
            } else {
                write(files, hashes);
                togetherNanos += copy(files, THREADS);
                copyNanos += copy(files, 1);
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
        double megabytes = FILES * (double) BYTES / 1e6;
        System.out.printf("copying on %d threads %.0f MB/s%n", THREADS, megabytes / (togetherNanos / 1e9));
        System.out.printf(
                "%d files of %d bytes: copy, fsync, read back, hash %.0f MB/s; metadata planned, written, verified %.0f MB/s"
                        + " (%.0f %% of it); undone %.0f MB/s%n",
                FILES,
                BYTES,
                megabytes / (copyNanos / 1e9),
                megabytes / (writeNanos / 1e9),
                100.0 * copyNanos / writeNanos,
                megabytes / (undoNanos / 1e9));
    }

    private static void sync(List<Path> files) throws IOException {
        for (Path file : files) {
            force(file);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static long copy(List<Path> files, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        List<Future<String>> copies = new ArrayList<>();
        for (Path file : files) {
            copies.add(pool.submit(() -> {
                Path copy = copyOf(file);
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                force(copy);
                return hash(copy);
            }));
        }
        for (Future<String> copy : copies) {
            copy.get();
        }
        long nanos = System.nanoTime() - start;
        pool.shutdown();
        for (Path file : files) {
            Files.delete(copyOf(file));
        }
        return nanos;
    }

    private static Path copyOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".copy");
    }

    /** Writes, checks that the undo is to the byte. */
    private void write(List<Path> files, List<String> hashes) throws Exception {
        ClipFields fields = new ClipFields(Map.of(
                "Description",
                "A heavy wooden door creaks slowly",
                "CatID",
                "DOORWood",
                "Keywords",
                "door, creak, wood"));
        long start = System.nanoTime();
        List<MetadataPlan> plans =
                files.stream().map(file -> writer.plan(file, fields)).toList();
        MetadataWriter.Outcome outcome = writer.write(plans, folder.resolve("backups"), Progress.NONE);
        writeNanos += System.nanoTime() - start;
        if (outcome.written().size() != files.size()) {
            throw new IllegalStateException(outcome.refused().toString());
        }
        if (plans.stream().anyMatch(plan -> !plan.changesFile())) {
            throw new IllegalStateException("nothing was written");
        }
        long undo = System.nanoTime();
        new MetadataBackup(outcome.written().get(0).backup()).undo(files, Progress.NONE);
        undoNanos += System.nanoTime() - undo;
        for (int i = 0; i < files.size(); i++) {
            if (!hash(files.get(i)).equals(hashes.get(i))) {
                throw new IllegalStateException(files.get(i) + " is not as it was");
            }
        }
    }

    private static String hash(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] block = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
