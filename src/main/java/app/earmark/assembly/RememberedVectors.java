package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.library.CatalogueUnavailable;
import app.earmark.library.Clip;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.PackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the vectors of a file from the catalogue if the pack has listened to it and it has not changed since; else listens. */
final class RememberedVectors implements VectorSource {

    private static final Logger LOG = LoggerFactory.getLogger(RememberedVectors.class);

    private final Lazy<CataloguePorts, RuntimeException> catalogue;
    private final PackId pack;
    private final SoundListener listener;

    RememberedVectors(Lazy<CataloguePorts, RuntimeException> catalogue, PackId pack, SoundListener listener) {
        this.catalogue = catalogue;
        this.pack = pack;
        this.listener = listener;
    }

    @Override
    public Optional<Embedding> of(Path file) throws UnusableFile, EncoderFailure {
        Optional<Embedding> stored = stored(file);
        return stored.isPresent() ? stored : listener.listen(file).embedding();
    }

    private Optional<Embedding> stored(Path file) {
        try {
            Optional<Clip> clip = catalogue.get().clips().findByPath(file);
            if (clip.isEmpty()
                    || clip.get().state() != ClipState.EMBEDDED
                    || !clip.get().stamp().equals(stampOf(file))) {
                return Optional.empty();
            }
            return catalogue.get().embeddings().find(clip.get().id(), pack);
        } catch (CatalogueUnavailable | IOException e) {
            LOG.debug("{} is listened to: nothing can be looked up", file, e);
            return Optional.empty();
        }
    }

    private static FileStamp stampOf(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
