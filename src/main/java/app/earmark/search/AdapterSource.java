package app.earmark.search;

import app.earmark.learning.adapter.NameAdapter;
import app.earmark.library.PackId;
import java.util.Optional;

/** What was learnt from the library's own names, for a pack; asked at every search, so it answers at once. Thread-safe. */
@FunctionalInterface
public interface AdapterSource {

    /** Nothing was learnt. */
    AdapterSource NONE = pack -> Optional.empty();

    /** The adapter that is used; empty while there is none, or it finds no more than the pack alone. The same object until it changes. */
    Optional<NameAdapter> current(PackId pack);
}
