package app.earmark.library;

import java.util.List;

/**
 * The vectors of one clip under one pack.
 *
 * @param pack the pack that made them
 * @param joint unit-length vector compared with text, shape [joint dimension]
 * @param acoustic unit-length vector compared with sounds, shape [acoustic dimension]; the same array as {@code joint}
 *     for a pack with one space
 * @param windows vectors of the clip's windows in order of their start; empty where the clip has one window, which is the
 *     clip
 */
public record Embedding(PackId pack, float[] joint, float[] acoustic, List<WindowVector> windows) {

    public Embedding {
        windows = List.copyOf(windows);
    }

    /** The vectors of a clip with one window. */
    public Embedding(PackId pack, float[] joint, float[] acoustic) {
        this(pack, joint, acoustic, List.of());
    }
}
