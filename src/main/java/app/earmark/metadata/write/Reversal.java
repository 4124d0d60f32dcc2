package app.earmark.metadata.write;

import app.earmark.metadata.container.FileBytes;
import app.earmark.metadata.container.Recipe;
import app.earmark.metadata.container.Segment;
import app.earmark.metadata.container.Segment.Fresh;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes one file back to what it was before metadata was written, or forth again. Back, only from exactly what was written;
 * forth, only if exactly that comes of it.
 */
record Reversal(Path file, Path backup, UndoRecord record, Direction direction, Batch batch) {

    enum Direction {
        BACK,
        FORTH
    }

    /** @return empty if the file is as wanted already */
    Optional<StagedFile> stage(Stage stage) throws Exception {
        if (record == null) {
            throw new MetadataRefused(Refusals.noBackup(file, backup));
        }
        Path real = file.toRealPath();
        FileLook look = FileLook.of(real);
        if (!look.isWritable()) {
            throw Refusals.readOnly(file);
        }
        boolean back = direction == Direction.BACK;
        try (FileBytes bytes = FileBytes.open(real)) {
            String present = stage.hash(bytes);
            boolean written = present.equals(record.hash());
            boolean former = !written && agrees(bytes, record.back());
            if (back ? former : written) {
                batch.asWanted(new WrittenFile(
                        file, StagedFile.stamp(look.times(), look.times().size()), present, backup));
                return Optional.empty();
            }
            if (back ? !written : !former) {
                throw new MetadataRefused(file + " has changed since, and was left as it is; to bring the former"
                        + " metadata back, take the file from your own backup.");
            }
            return Optional.of(
                    stage.stage(file, real, look, bytes, back ? record.back() : record.forth(), (now, hash) -> {
                        if (!back && !hash.equals(record.hash())) {
                            throw Refusals.notVerified(file, "something else than before came of it");
                        }
                    }));
        }
    }

    /** Whether a file could be what the recipe makes: its length, and the bytes that the recipe has of its own. */
    private static boolean agrees(FileBytes bytes, Recipe recipe) throws IOException {
        if (bytes.size() != recipe.length()) {
            return false;
        }
        long at = 0;
        for (Segment segment : recipe.segments()) {
            if (segment instanceof Fresh fresh && !Arrays.equals(bytes.read(at, fresh.length()), fresh.bytes())) {
                return false;
            }
            at += segment.length();
        }
        return true;
    }
}
