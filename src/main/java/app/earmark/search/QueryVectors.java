package app.earmark.search;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.library.PackId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Vectors of the latest queries, since typing back and forth, and every change of a filter, asks for the same again. */
final class QueryVectors {

    private static final int KEPT = 64;

    private record Key(PackId pack, String text) {}

    private final Map<Key, float[]> latest = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, float[]> eldest) {
            return size() > KEPT;
        }
    };

    /** Unit-length vector of the text, shape [joint dimension]. */
    float[] of(ModelPack pack, String text) throws EncoderFailure {
        Key key = new Key(pack.id(), text.strip());
        synchronized (latest) {
            float[] known = latest.get(key);
            if (known != null) {
                return known;
            }
        }
        float[] vector = pack.text().encode(key.text());
        synchronized (latest) {
            latest.put(key, vector);
        }
        return vector;
    }
}
