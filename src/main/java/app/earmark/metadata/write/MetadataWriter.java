package app.earmark.metadata.write;

import app.earmark.library.ClipFields;
import app.earmark.library.FileStamp;
import app.earmark.metadata.MetadataReader;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes text into sound files and leaves the sound alone. Thread-safe, as long as no two threads write one file. */
public final class MetadataWriter {

    private final MetadataReader reader;

    public MetadataWriter(MetadataReader reader) {
        this.reader = reader;
    }

    /**
     * What writing these fields would change; a refusal is in the plan.
     *
     * @param fields by the names of {@link app.earmark.metadata.FieldNames}; fields that are not named stay as they are, a
     *     blank text takes one out
     */
    public MetadataPlan plan(Path file, ClipFields fields) {
        return MetadataPlan.refused(
                file, new FileStamp(0, 0), fields, file + " is of a kind that Earmark does not write metadata into.");
    }

    /**
     * Carries plans out, a file at a time; one that fails is as it was before, and the others go on. Plans that change nothing
     * are passed over. When cancelled, what was written stays written and is in the result.
     *
     * @param backups folder that gets what is replaced, in one small file
     */
    public Outcome write(List<MetadataPlan> plans, Path backups, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts files back to the byte, from a backup of {@link #write}.
     *
     * @param files as they were named when they were written
     */
    public Outcome undo(Path backup, List<Path> files, Path backups, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * What became of many files.
     *
     * @param refused sentences, by file
     */
    public record Outcome(List<WrittenFile> written, Map<Path, String> refused, boolean cancelled) {

        public Outcome {
            written = List.copyOf(written);
            refused = Map.copyOf(refused);
        }

        /** @throws CancelledWork if the work was cancelled */
        void throwIfCancelled() throws CancelledWork {
            if (cancelled) {
                throw new CancelledWork();
            }
        }
    }
}
