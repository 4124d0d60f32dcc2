package app.earmark.metadata.write;

import app.earmark.metadata.container.FileBytes;
import app.earmark.progress.CancelledWork;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes one file back to what it was before metadata was written, or forth again. Back, only from exactly what was written;
 * forth, only from exactly what was there before.
 *
 * @param file where it is now
 * @param wanted what it is to be
 */
record Reversal(Path file, Path backup, UndoRecord record, KnownContent wanted) {

    /**
     * @param asWanted takes a file that is as wanted already
     * @return empty if it is
     */
    Optional<StagedFile> stage(Stage stage, Consumer<WrittenFile> asWanted) throws Exception {
        if (record == null) {
            throw new MetadataRefused(Refusals.noBackup(file, backup));
        }
        Path real = file.toRealPath();
        FileLook look = FileLook.of(real);
        boolean back = wanted == KnownContent.FORMER;
        try (FileBytes bytes = FileBytes.open(real)) {
            KnownContent now = KnownContent.of(bytes, record, stage.copy());
            if (now == wanted) {
                asWanted.accept(written(bytes, look, stage.copy()));
                return Optional.empty();
            }
            if (now == KnownContent.OTHER) {
                throw new MetadataRefused(file + " has changed since, and was left as it is; to bring the former"
                        + " metadata back, take the file from your own backup.");
            }
            if (!look.isWritable()) {
                throw Refusals.readOnly(file);
            }
            return Optional.of(
                    stage.stage(file, real, look, bytes, back ? record.back() : record.forth(), (made, hash) -> {
                        if (!back && !hash.equals(record.hash())) {
                            throw Refusals.notVerified(file, "something else than before came of it");
                        }
                    }));
        }
    }

    /** Looks without changing anything; empty if the file is not as wanted. */
    Optional<WrittenFile> look(RecipeCopy copy) throws IOException, CancelledWork {
        try (FileBytes bytes = FileBytes.open(file)) {
            return record != null && KnownContent.of(bytes, record, copy) == wanted
                    ? Optional.of(written(bytes, FileLook.of(file.toRealPath()), copy))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private WrittenFile written(FileBytes bytes, FileLook look, RecipeCopy copy) throws IOException, CancelledWork {
        String hash = wanted == KnownContent.WRITTEN ? record.hash() : copy.hash(bytes);
        return new WrittenFile(file, StagedFile.stamp(look.times(), look.times().size()), hash, backup);
    }
}
