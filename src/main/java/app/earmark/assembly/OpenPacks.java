package app.earmark.assembly;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.library.PackId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The packs at work: the chosen one, and another that serves searches until that has listened. Thread-safe. */
final class OpenPacks implements AutoCloseable {

    /** Opens the chosen pack. */
    @FunctionalInterface
    interface Choice {
        ModelPack open() throws EncoderFailure;
    }

    /** Opens any pack; empty if it is not there. */
    @FunctionalInterface
    interface Shelf {
        Optional<ModelPack> open(PackId pack) throws EncoderFailure;
    }

    private final Choice choice;
    private final Shelf shelf;
    private final Map<PackId, ModelPack> open = new HashMap<>();
    private PackId chosen;

    OpenPacks(Choice choice, Shelf shelf) {
        this.choice = choice;
        this.shelf = shelf;
    }

    synchronized ModelPack chosen() throws EncoderFailure {
        if (chosen == null) {
            ModelPack pack = choice.open();
            chosen = pack.id();
            if (open.containsKey(chosen)) {
                pack.close();
            } else {
                open.put(chosen, pack);
            }
        }
        return open.get(chosen);
    }

    /** Asks anew which pack is chosen; the one before stays open, for it may serve a while yet. */
    synchronized void choiceChanged() {
        chosen = null;
    }

    synchronized Optional<ModelPack> find(PackId pack) throws EncoderFailure {
        if (!open.containsKey(pack)) {
            shelf.open(pack).ifPresent(opened -> open.put(pack, opened));
        }
        return Optional.ofNullable(open.get(pack));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(ModelPack::close);
        open.clear();
        chosen = null;
    }
}
