package app.earmark.export;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipId;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.PackId;
import app.earmark.library.WindowVector;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Hands a pack's vectors to other programs: a NumPy file of float32, shape [rows, joint dimension], and beside it a CSV
 * that says which clip, and which part of it, each row is. A catalogue of any size fits through.
 */
public final class VectorFile {

    private static final String EXTENSION = ".npy";
    private static final int CLIPS_A_READ = 500;
    private static final List<String> COLUMNS =
            List.of("Row", "FilePath", "Filename", "StartSeconds", "DurationSeconds", "Model");

    private final ClipCatalog catalog;
    private final EmbeddingCatalog embeddings;

    public VectorFile(ClipCatalog catalog, EmbeddingCatalog embeddings) {
        this.catalog = catalog;
        this.embeddings = embeddings;
    }

    /** What a row is of. */
    public enum Rows {
        /** A clip as a whole. */
        CLIPS,
        /** A window of a clip; a clip of one window is its only one. */
        WINDOWS
    }

    /**
     * What was written.
     *
     * @param rows of the matrix, and of the CSV below its header
     * @param clips that they are of; others have no vector of the pack
     */
    public record Written(Path vectors, Path table, long rows, long clips) {}

    /** Whether the name is that of a vector file. */
    public static boolean is(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    /** The CSV beside a vector file. */
    public static Path tableBeside(Path vectors) {
        String name = vectors.getFileName().toString();
        return vectors.resolveSibling(name.substring(0, name.length() - EXTENSION.length()) + ".csv");
    }

    /**
     * Writes both files, which appear, or replace older ones, only when they are complete.
     *
     * @param clips in the order of the rows
     * @param target its name ends in {@code .npy}
     * @throws SheetFailure if one of the files can't be written
     * @throws CancelledWork if the person stopped it
     */
    public Written write(List<ClipId> clips, PackId pack, Rows rows, Path target, Progress progress)
            throws SheetFailure, CancelledWork {
        Path table = tableBeside(target);
        progress.phase("Exporting", clips.size());
        try (NumpyArray array = new NumpyArray(target);
                NewFile tableFile = NewFile.beside(table)) {
            Matrix matrix;
            try (RowWriter lines = RowWriter.open(SheetFormat.CSV, COLUMNS, tableFile.stream())) {
                matrix = new Matrix(array, lines, pack, rows);
                fill(matrix, clips, progress);
            }
            tableFile.commit();
            array.commit();
            return new Written(target, table, matrix.count, matrix.clips);
        } catch (IOException e) {
            throw new SheetFailure("The vectors " + target + " could not be written: " + NewFile.reason(e) + ".", e);
        }
    }

    private void fill(Matrix matrix, List<ClipId> clips, Progress progress) throws IOException, CancelledWork {
        for (int from = 0; from < clips.size(); from += CLIPS_A_READ) {
            progress.throwIfCancelled();
            List<ClipId> some = clips.subList(from, Math.min(from + CLIPS_A_READ, clips.size()));
            Map<ClipId, Clip> found = catalog.findAll(some);
            Map<ClipId, Embedding> vectors = embeddings.findAll(some, matrix.pack);
            for (ClipId id : some) {
                if (found.containsKey(id) && vectors.containsKey(id)) {
                    matrix.add(found.get(id), vectors.get(id));
                }
            }
            progress.advanced(from + some.size(), 0);
        }
    }

    private static final class Matrix {
        private final NumpyArray array;
        private final RowWriter lines;
        private final PackId pack;
        private final Rows rows;
        private long count;
        private long clips;

        private Matrix(NumpyArray array, RowWriter lines, PackId pack, Rows rows) {
            this.array = array;
            this.lines = lines;
            this.pack = pack;
            this.rows = rows;
        }

        private void add(Clip clip, Embedding embedding) throws IOException {
            clips++;
            if (rows == Rows.CLIPS || embedding.windows().isEmpty()) {
                double duration = clip.facts().map(AudioFacts::durationSeconds).orElse(Double.NaN);
                add(clip, 0, duration, embedding.joint());
                return;
            }
            for (WindowVector window : embedding.windows()) {
                add(clip, window.startSeconds(), window.durationSeconds(), window.joint());
            }
        }

        private void add(Clip clip, double start, double duration, float[] vector) throws IOException {
            array.row(vector);
            lines.row(List.of(
                    Cell.number(count++),
                    Cell.text(clip.path().toString()),
                    Cell.text(clip.fileName()),
                    Cell.number(start),
                    Cell.number(duration),
                    Cell.text(pack.toString())));
        }
    }
}
