package app.earmark.assembly;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.UndecodableFile;
import app.earmark.embed.EncoderFailure;
import app.earmark.indexing.ClipListener;
import app.earmark.library.AudioFacts;
import app.earmark.library.ClipId;
import app.earmark.library.FileStamp;
import app.earmark.library.ListenedClip;
import app.earmark.library.ScanCatalog.ListenTask;
import app.earmark.library.TagClaim;
import app.earmark.library.TagPrecedence;
import app.earmark.metadata.ClipText;
import app.earmark.metadata.ClipTextReader;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Listens to single files the way a scan does, and keeps nothing. */
final class PackListener implements SoundListener {

    private static final ClipId NOT_RECORDED = new ClipId(0);

    private final AudioDecoder decoder;
    private final ClipTextReader reader;
    private final TagPrecedence precedence;
    private final Lazy<ClipListener, EncoderFailure> listener;

    PackListener(
            AudioDecoder decoder,
            ClipTextReader reader,
            TagPrecedence precedence,
            Lazy<ClipListener, EncoderFailure> listener) {
        this.decoder = decoder;
        this.reader = reader;
        this.precedence = precedence;
        this.listener = listener;
    }

    @Override
    public Heard listen(Path file) throws UnusableFile, EncoderFailure {
        ClipText text;
        AudioFacts probed;
        try {
            probed = decoder.probe(file);
            text = reader.read(file, decoder.metadata(file));
        } catch (UndecodableFile e) {
            throw new UnusableFile(e.failure(), e);
        }
        ListenedClip heard = heard(file);
        if (heard.failure().isPresent()) {
            throw new UnusableFile(heard.failure().get(), null);
        }
        List<TagClaim> claims = new ArrayList<>(text.claims());
        claims.addAll(heard.modelClaims());
        return new Heard(
                file,
                heard.facts().orElse(probed),
                heard.pack(),
                heard.embedding(),
                text.fields(),
                precedence.resolve(claims));
    }

    private ListenedClip heard(Path file) throws EncoderFailure {
        try {
            return listener.get().listen(new ListenTask(NOT_RECORDED, file, new FileStamp(0, 0)), Progress.NONE);
        } catch (CancelledWork e) {
            throw new IllegalStateException("nobody could have cancelled", e);
        }
    }
}
