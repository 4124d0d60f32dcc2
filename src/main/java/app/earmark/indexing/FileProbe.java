package app.earmark.indexing;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.UndecodableFile;
import app.earmark.library.ClipFailure;
import app.earmark.library.ProbedFile;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.metadata.ClipText;
import app.earmark.metadata.ClipTextReader;
import java.util.Optional;

/** Finds out what a file is, without listening to it. Thread-safe. */
final class FileProbe {

    private final AudioDecoder decoder;
    private final ClipTextReader reader;

    FileProbe(AudioDecoder decoder, ClipTextReader reader) {
        this.decoder = decoder;
        this.reader = reader;
    }

    ProbedFile probe(ListenTask clip) {
        String name = clip.path().getFileName().toString();
        try {
            AudioDecoder.Inspection inspection = decoder.inspect(clip.path());
            ClipText text = reader.read(clip.path(), inspection.metadata());
            return new ProbedFile(
                    clip.id(), Optional.of(inspection.facts()), text.fields(), text.claims(), Optional.empty());
        } catch (UndecodableFile e) {
            return failed(clip, name, e.failure());
        } catch (RuntimeException | OutOfMemoryError e) {
            ClipFailures.rethrowUnlessOfThisFile(e);
            return failed(clip, name, ClipFailures.unexpected(clip.path(), e));
        }
    }

    /** What the name says is true all the same. */
    private ProbedFile failed(ListenTask clip, String name, ClipFailure failure) {
        ClipText text = reader.read(name);
        return new ProbedFile(clip.id(), Optional.empty(), text.fields(), text.claims(), Optional.of(failure));
    }
}
