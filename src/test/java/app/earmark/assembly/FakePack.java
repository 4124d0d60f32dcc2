package app.earmark.assembly;

import app.earmark.embed.AudioEncoder;
import app.earmark.embed.ModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.TextEncoder;
import app.earmark.library.PackId;
import java.util.Map;

/** A pack of one space whose text vectors all point along the first axis. */
final class FakePack implements ModelPack {

    private final PackId id;
    private final int dimension;
    boolean closed;

    FakePack(PackId id, int dimension) {
        this.id = id;
        this.dimension = dimension;
    }

    @Override
    public PackDescription description() {
        return new PackDescription(id, id.id(), "", "", "", dimension, dimension, 1, Map.of());
    }

    @Override
    public AudioEncoder audio() {
        throw new UnsupportedOperationException("nothing is listened to here");
    }

    @Override
    public TextEncoder text() {
        return text -> {
            float[] vector = new float[dimension];
            vector[0] = 1;
            return vector;
        };
    }

    @Override
    public void close() {
        closed = true;
    }
}
