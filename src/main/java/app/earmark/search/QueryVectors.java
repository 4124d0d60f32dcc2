package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.TextEncoder.TextVectors;
import app.earmark.learning.adapter.AdaptedQuery;
import app.earmark.learning.adapter.NameAdapter;
import app.earmark.learning.adapter.NameWords;
import app.earmark.library.PackId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Vectors of the latest queries, since typing back and forth, and every change of a filter, asks for the same again. */
final class QueryVectors {

    private static final int KEPT = 64;

    private record Key(PackId pack, String text) {}

    private record Adapted(Key key, NameAdapter adapter, AdaptedQuery query) {}

    private final Map<Key, TextVectors> latest = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TextVectors> eldest) {
            return size() > KEPT;
        }
    };

    private volatile Adapted latestAdapted;

    /** Unit-length vector of the text, shape [joint dimension]. */
    float[] of(ModelPack pack, String text) throws EncoderFailure {
        return vectors(pack, new Key(pack.id(), text.strip())).joint();
    }

    /** The text as an adapter sees it. */
    AdaptedQuery adapted(ModelPack pack, String text, NameAdapter adapter) throws EncoderFailure {
        Key key = new Key(pack.id(), text.strip());
        Adapted known = latestAdapted;
        if (known == null || !known.key().equals(key) || known.adapter() != adapter) {
            float[] meaning = vectors(pack, key).meaning();
            known = new Adapted(key, adapter, adapter.query(meaning, NameWords.of(key.text())));
            latestAdapted = known;
        }
        return known.query();
    }

    private TextVectors vectors(ModelPack pack, Key key) throws EncoderFailure {
        synchronized (latest) {
            TextVectors known = latest.get(key);
            if (known != null) {
                return known;
            }
        }
        TextVectors vectors = pack.text().vectors(key.text());
        synchronized (latest) {
            latest.put(key, vectors);
        }
        return vectors;
    }
}
