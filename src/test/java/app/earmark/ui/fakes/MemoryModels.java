package app.earmark.ui.fakes;

import app.earmark.indexing.ScanReport;
import app.earmark.library.PackId;
import app.earmark.progress.Progress;
import app.earmark.ui.models.ModelCard;
import app.earmark.ui.models.ModelService;
import app.earmark.ui.models.ModelSpeed;
import app.earmark.ui.shell.WindowParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shelf in memory with the starter pack in use, and a model that can be fetched in as many steps as a test likes. */
public final class MemoryModels implements ModelService {

    public static final PackId STARTER = new PackId("starter", "1.0.0");
    public static final PackId CLAP = new PackId("clap-htsat-unfused", "c28f2883-int8");
    private static final String REPOSITORY = "Xenova/clap-htsat-unfused";
    private static final int STEPS = 100;
    private static final long SOUNDS = 200;

    public final List<String> told = new CopyOnWriteArrayList<>();
    /** How long a step of a download takes; one may pause in between. */
    public volatile long stepMillis;

    public volatile Optional<String> failure = Optional.empty();
    public volatile Optional<String> damage = Optional.empty();
    private PackId inUse = STARTER;
    private boolean fetched;
    private int steps;

    @Override
    public synchronized List<ModelCard> cards() {
        List<ModelCard> cards = new ArrayList<>();
        cards.add(new ModelCard(
                "Starter",
                "Built in: finds the right family of sounds more often than the exact one.",
                "Apache-2.0",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.of(new ModelCard.Shelved(STARTER, 31_000_000, true, inUse.equals(STARTER)))));
        if (fetched) {
            cards.add(clap(Optional.of(new ModelCard.Shelved(CLAP, 163_000_000, false, inUse.equals(CLAP)))));
        } else {
            cards.add(clap(Optional.empty()));
        }
        cards.add(new ModelCard(
                "CLAP, larger, music and speech",
                "Music and speech; takes two to three times as long.",
                "Apache-2.0",
                Optional.of("Its tags of effects are worse than those of the other models."),
                Optional.of("Xenova/larger_clap_music_and_speech"),
                List.of(new ModelCard.Choice("int8", 207)),
                0,
                Optional.empty()));
        return cards;
    }

    private ModelCard clap(Optional<ModelCard.Shelved> pack) {
        return new ModelCard(
                "CLAP, unfused",
                "The fastest: effects, animals, machines, everyday sounds.",
                "Apache-2.0",
                Optional.empty(),
                Optional.of(REPOSITORY),
                pack.isPresent()
                        ? List.of()
                        : List.of(new ModelCard.Choice("int8", 163), new ModelCard.Choice("fp32", 621)),
                steps * 1_630_000L,
                pack);
    }

    @Override
    public PackId get(String repository, String precision, Progress progress) throws Exception {
        told.add("get " + repository + " " + precision + " from " + steps);
        progress.phase("Downloading", STEPS);
        while (steps < STEPS) {
            Thread.sleep(stepMillis);
            progress.throwIfCancelled();
            if (failure.isPresent() && steps == STEPS / 2) {
                throw new IllegalStateException(failure.get());
            }
            synchronized (this) {
                steps++;
            }
            progress.advanced(steps, 0);
        }
        synchronized (this) {
            fetched = true;
        }
        return CLAP;
    }

    @Override
    public synchronized void discard(String repository) {
        told.add("discard " + repository);
        steps = 0;
    }

    @Override
    public PackId importFrom(Path place, Progress progress) {
        told.add("import " + place.getFileName());
        synchronized (this) {
            fetched = true;
        }
        return CLAP;
    }

    @Override
    public synchronized void use(PackId pack) {
        told.add("use " + pack);
        inUse = pack;
    }

    @Override
    public Optional<String> verify(PackId pack, Progress progress) {
        told.add("verify " + pack);
        return damage;
    }

    @Override
    public synchronized long remove(PackId pack) {
        told.add("remove " + pack);
        fetched = false;
        steps = 0;
        inUse = STARTER;
        return 163_000_000;
    }

    @Override
    public ModelSpeed speed(PackId pack, Progress progress) {
        told.add("measure " + pack);
        return new ModelSpeed(5, 10, 30, 60);
    }

    @Override
    public Amount amount(PackId pack, double windowSeconds, int most) {
        return new Amount(SOUNDS, 3_000);
    }

    /** CLAP has heard nothing until it listened; the starter pack has heard all. */
    WindowParts.Relistening relistening() {
        return new WindowParts.Relistening() {
            @Override
            public long due() {
                return inUse.equals(CLAP) && !told.contains("listen") ? SOUNDS : 0;
            }

            @Override
            public ScanReport listen(Progress progress) {
                told.add("listen");
                return new ScanReport(0, SOUNDS, 0, 0, 0, false, List.of(), List.of());
            }
        };
    }
}
