package app.earmark.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.Embedding;
import app.earmark.library.EmbeddingCatalog;
import app.earmark.library.FileStamp;
import app.earmark.library.LibraryId;
import app.earmark.library.PackId;
import app.earmark.library.WindowVector;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips with an id that three divides have three windows; those with an id that five divides have no vector. */
class VectorFileTest {

    private static final PackId PACK = new PackId("clap", "1");

    @TempDir
    Path folder;

    private final VectorFile file = new VectorFile(new FixedClips(VectorFileTest::row), new Vectors());

    @Test
    void aClipARowInTheOrderAskedFor() throws Exception {
        Path target = folder.resolve("vectors.npy");
        var written = file.write(ids(12, 4, 5, 1), PACK, VectorFile.Rows.CLIPS, target, Progress.NONE);
        assertThat(written).isEqualTo(new VectorFile.Written(target, folder.resolve("vectors.csv"), 3, 3));
        assertThat(read(target))
                .isDeepEqualTo(new float[][] {{12, 0.1f, -1e-30f}, {4, 0.1f, -1e-30f}, {1, 0.1f, -1e-30f}});
        List<NamedCsvRecord> table = table(written.table());
        assertThat(table).extracting(row -> row.getField("Row")).containsExactly("0", "1", "2");
        assertThat(table)
                .extracting(row -> row.getField("Filename"))
                .containsExactly("a, \"b\" 12.wav", "a, \"b\" 4.wav", "a, \"b\" 1.wav");
        assertThat(table.get(0).getField("DurationSeconds")).isEqualTo("25");
        assertThat(table.get(0).getField("StartSeconds")).isEqualTo("0");
        assertThat(table).allMatch(row -> row.getField("Model").equals("clap@1"));
    }

    @Test
    void aWindowARowWithItsTime() throws Exception {
        Path target = folder.resolve("VECTORS.NPY");
        var written = file.write(ids(1, 3), PACK, VectorFile.Rows.WINDOWS, target, Progress.NONE);
        assertThat(written.rows()).isEqualTo(4);
        assertThat(written.clips()).isEqualTo(2);
        assertThat(read(target)).isDeepEqualTo(new float[][] {{1, 0.1f, -1e-30f}, {3, 0, 0}, {3, 1, 0}, {3, 2, 0}});
        assertThat(table(written.table()))
                .extracting(row -> row.getField("StartSeconds") + "+" + row.getField("DurationSeconds"))
                .containsExactly("0+25", "0+10", "10+10", "20+5");
    }

    @Test
    void manyRowsStreamThroughLittleMemory() throws Exception {
        Path target = folder.resolve("many.npy");
        List<ClipId> many = ids(LongStream.rangeClosed(1, 20_000).toArray());
        var written = file.write(many, PACK, VectorFile.Rows.CLIPS, target, Progress.NONE);
        assertThat(written.rows()).isEqualTo(16_000);
        assertThat(Files.size(target)).isEqualTo(128 + 16_000 * 12L);
        float[][] rows = read(target);
        assertThat(rows[0][0]).isEqualTo(1);
        assertThat(rows[15_999][0]).isEqualTo(19_999);
    }

    @Test
    void nothingToWriteIsAnEmptyMatrix() throws Exception {
        Path target = folder.resolve("none.npy");
        assertThat(file.write(ids(5), PACK, VectorFile.Rows.CLIPS, target, Progress.NONE)
                        .rows())
                .isZero();
        assertThat(read(target)).isEmpty();
    }

    @Test
    void stoppedOrImpossibleLeavesWhatWasThere() throws Exception {
        Path target = folder.resolve("vectors.npy");
        Files.writeString(target, "older");
        Files.writeString(folder.resolve("vectors.csv"), "older");
        Progress stopped = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> file.write(ids(1), PACK, VectorFile.Rows.CLIPS, target, stopped))
                .isInstanceOf(CancelledWork.class);
        Path nowhere = folder.resolve("nowhere/vectors.npy");
        assertThatThrownBy(() -> file.write(ids(1), PACK, VectorFile.Rows.CLIPS, nowhere, Progress.NONE))
                .isInstanceOf(SheetFailure.class)
                .hasMessageEndingWith("could not be written: its folder does not exist.");
        assertThat(target).hasContent("older");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    /** The format as its description has it: magic, version, header's length, a Python literal, values. */
    private static float[][] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        bytes.get(magic);
        assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
        byte[] header = new byte[bytes.getShort()];
        bytes.get(header);
        assertThat(bytes.position() % 64).isZero();
        String literal = new String(header, StandardCharsets.US_ASCII);
        assertThat(literal).matches("\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(\\d+, \\d+\\), \\} *\\n");
        String[] shape = literal.replaceAll("(?s).*\\((\\d+, \\d+)\\).*", "$1").split(", ");
        float[][] rows = new float[Integer.parseInt(shape[0])][Integer.parseInt(shape[1])];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = bytes.getFloat();
            }
        }
        assertThat(bytes.hasRemaining()).isFalse();
        return rows;
    }

    private static List<NamedCsvRecord> table(Path file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    private static List<ClipId> ids(long... ids) {
        return LongStream.of(ids).mapToObj(ClipId::new).toList();
    }

    private static SheetRow row(long id) {
        return new SheetRow(
                new Clip(
                        new ClipId(id),
                        new LibraryId(1),
                        Path.of("/sounds/a, \"b\" " + id + ".wav"),
                        new FileStamp(1, 1),
                        Optional.of(new AudioFacts("WAV", "pcm_s16le", 25, 48_000, 1, OptionalInt.of(16))),
                        ClipState.EMBEDDED,
                        false,
                        Optional.empty()),
                ClipFields.NONE,
                ClipTags.NONE,
                Optional.of(PACK));
    }

    private static final class Vectors implements EmbeddingCatalog {

        @Override
        public Map<ClipId, Embedding> findAll(Collection<ClipId> clips, PackId pack) {
            Map<ClipId, Embedding> found = new HashMap<>();
            for (ClipId clip : clips) {
                float[] vector = {clip.value(), 0.1f, -1e-30f};
                List<WindowVector> windows = clip.value() % 3 > 0
                        ? List.of()
                        : List.of(
                                new WindowVector(0, 10, new float[] {clip.value(), 0, 0}),
                                new WindowVector(10, 10, new float[] {clip.value(), 1, 0}),
                                new WindowVector(20, 5, new float[] {clip.value(), 2, 0}));
                if (clip.value() % 5 > 0 && pack.equals(PACK)) {
                    found.put(clip, new Embedding(PACK, vector, vector, windows));
                }
            }
            return found;
        }

        @Override
        public Optional<Embedding> find(ClipId clip, PackId pack) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ClipId> some(PackId pack, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(PackId pack) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<PackId, Coverage> coverage() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long readSince(PackId pack, long version, Sink sink) {
            throw new UnsupportedOperationException();
        }
    }
}
