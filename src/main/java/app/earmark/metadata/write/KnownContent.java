package app.earmark.metadata.write;

import app.earmark.metadata.container.FileBytes;
import app.earmark.metadata.container.Recipe;
import app.earmark.metadata.container.Segment;
import app.earmark.metadata.container.Segment.Fresh;
import app.earmark.progress.CancelledWork;
import java.io.IOException;
import java.util.Arrays;

/** Which of the contents that a backup knows a file has now, to the byte. */
enum KnownContent {
    /** What was there before metadata was written. */
    FORMER,
    /** What was written. */
    WRITTEN,
    /** Something else: the file was changed since. */
    OTHER;

    static KnownContent of(FileBytes file, UndoRecord record, RecipeCopy copy) throws IOException, CancelledWork {
        long length = file.size();
        if (length == record.forth().length() && copy.hash(file).equals(record.hash())) {
            return WRITTEN;
        }
        // of what was there before there is no digest; the bytes that were dropped are known, the others by what they
        // become
        boolean former = length == record.back().length()
                && hasFresh(file, record.back())
                && copy.hash(record.forth(), file).equals(record.hash());
        return former ? FORMER : OTHER;
    }

    /** Whether a file has the bytes, in their place, that a recipe has of its own. */
    private static boolean hasFresh(FileBytes file, Recipe recipe) throws IOException {
        long at = 0;
        for (Segment segment : recipe.segments()) {
            if (segment instanceof Fresh fresh && !Arrays.equals(file.read(at, fresh.length()), fresh.bytes())) {
                return false;
            }
            at += segment.length();
        }
        return true;
    }
}
