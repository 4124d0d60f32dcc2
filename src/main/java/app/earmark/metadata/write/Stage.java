package app.earmark.metadata.write;

import app.earmark.metadata.container.ByteRange;
import app.earmark.metadata.container.FileBytes;
import app.earmark.metadata.container.Recipe;
import app.earmark.metadata.container.SoundFile;
import app.earmark.metadata.container.SoundFiles;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes what a recipe makes of a file beside it, lets it reach the disk, and reads it back: the same bytes as were meant, and
 * the sound where it should be. Several threads may stage files, each its own. Then the file's former content is in the backup, and the new file ready to take its place.
 */
final class Stage {

    /** Room that a disk keeps for others. */
    private static final long SPARE_BYTES = 1 << 20;

    private final Optional<BackupFile> backup;
    /** One a thread: it has buffers. */
    private final ThreadLocal<RecipeCopy> copy;

    Stage(Optional<BackupFile> backup, Progress progress) {
        this.backup = backup;
        this.copy = ThreadLocal.withInitial(() -> new RecipeCopy(progress));
    }

    /** What has to be true of the new file, beyond that its bytes are those that were meant. */
    interface Check {
        void of(SoundFile written, String hash) throws MetadataRefused, IOException;
    }

    /** @param original of {@code real}, open */
    StagedFile stage(Path named, Path real, FileLook look, FileBytes original, Recipe recipe, Check check)
            throws MetadataRefused, IOException, CancelledWork {
        if (real.toFile().getUsableSpace() < recipe.length() + SPARE_BYTES) {
            throw Refusals.noRoom(named, null);
        }
        PartFile part = PartFile.beside(real);
        try {
            copy.get().write(recipe, original, part.channel());
            look.putOn(part.path());
            part.channel().force(true);
            String hash;
            try (FileBytes written = FileBytes.open(part.path())) {
                hash = copy.get()
                        .verified(recipe, original, written)
                        .orElseThrow(() -> Refusals.notVerified(named, "other bytes than were written came back"));
                Optional<SoundFile> before = SoundFiles.read(original);
                Optional<SoundFile> after = SoundFiles.read(written);
                if (before.isEmpty()
                        || after.isEmpty()
                        || !after.get().sound().equals(moved(before.get().sound(), recipe))) {
                    throw Refusals.notVerified(named, "its sound was not where it should be");
                }
                check.of(after.get(), hash);
            }
            if (backup.isPresent()) {
                backup.get().add(new UndoRecord(named, hash, recipe.inverse(original), recipe));
            }
            return new StagedFile(named, real, look, part, hash, recipe.length());
        } catch (IOException | RuntimeException | MetadataRefused | CancelledWork e) {
            part.close();
            throw e;
        }
    }

    private static List<ByteRange> moved(List<ByteRange> sound, Recipe recipe) {
        List<ByteRange> moved = new ArrayList<>();
        for (ByteRange range : sound) {
            OptionalLong place = range.length() == 0 ? OptionalLong.empty() : recipe.placeOf(range);
            if (place.isEmpty()) {
                return List.of();
            }
            moved.add(new ByteRange(place.getAsLong(), range.length()));
        }
        return moved;
    }

    /** What this thread copies and compares with. */
    RecipeCopy copy() {
        return copy.get();
    }
}
