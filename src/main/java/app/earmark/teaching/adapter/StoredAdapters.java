package app.earmark.teaching.adapter;

import app.earmark.learning.adapter.AdapterFormat;
import app.earmark.learning.adapter.NameAdapter;
import app.earmark.learning.adapter.UnreadableAdapter;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.LearnedCatalog.Newest;
import app.earmark.library.LearnedModel;
import app.earmark.library.LearnedModel.Kind;
import app.earmark.library.PackId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The adapters that count, read once for each version. Thread-safe. */
public final class StoredAdapters {

    private static final Logger LOG = LoggerFactory.getLogger(StoredAdapters.class);

    private final LearnedCatalog learned;
    private volatile Read latest;

    public StoredAdapters(LearnedCatalog learned) {
        this.learned = learned;
    }

    private record Read(PackId pack, Newest version, Optional<NameAdapter> adapter) {}

    /** The adapter that is used; empty while there is none, or it finds no more than the pack alone. */
    public Optional<NameAdapter> current(PackId pack) {
        Optional<Newest> newest = learned.newest(pack, Kind.ADAPTER, "");
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Read read = latest;
        if (read == null || !read.pack().equals(pack) || !read.version().equals(newest.get())) {
            read = read(pack, newest.get());
        }
        return read.adapter();
    }

    private synchronized Read read(PackId pack, Newest version) {
        Read read = latest;
        if (read == null || !read.pack().equals(pack) || !read.version().equals(version)) {
            read = new Read(
                    pack, version, learned.current(pack, Kind.ADAPTER, "").flatMap(StoredAdapters::adapter));
            latest = read;
        }
        return read;
    }

    private static Optional<NameAdapter> adapter(LearnedModel model) {
        byte[] content = model.content();
        if (content.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(AdapterFormat.read(content));
        } catch (UnreadableAdapter e) {
            LOG.warn("What was learnt from the library's names can't be used: {}", e.getMessage(), e);
            return Optional.empty();
        }
    }
}
