package app.earmark.teaching.adapter;

import app.earmark.embed.AudioEncoder;
import app.earmark.embed.ModelPack;
import app.earmark.embed.PackDescription;
import app.earmark.embed.TextEncoder;
import app.earmark.learning.adapter.NameWords;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.LabelNames;
import app.earmark.library.LibraryId;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.PackId;
import app.earmark.store.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A made-up library over a real catalogue, and a pack that is deaf: what it hears in the joint space is noise. How a clip
 * sounds (its acoustic vector) follows from the words that it is about.
 */
final class NamedLibrary implements AutoCloseable {

    static final PackId PACK = new PackId("deaf", "1");
    static final List<String> WORDS = List.of(
            "rain", "door", "metal", "wood", "glass", "dog", "wind", "engine", "step", "water", "bell", "fire", "horn",
            "chain");
    static final int NAMES = 70;
    private static final int JOINT = 8;
    private static final int ACOUSTIC = 24;
    private static final int MEANING = 128;
    private static final FileStamp STAMP = new FileStamp(1, 1);
    private static final Path ROOT = Path.of("/named").toAbsolutePath();

    final Catalogue catalogue;
    final Map<String, ClipId> ids = new HashMap<>();
    private final LibraryId library;
    private final Random random = new Random(3);
    private int acoustic = ACOUSTIC;

    NamedLibrary(Path file) {
        catalogue = Catalogue.open(file, LabelNames.OWN_ONLY);
        library = catalogue.scans().openLibrary(ROOT).id();
    }

    NameLearning learning() {
        return new NameLearning(catalogue.clips(), catalogue.embeddings(), catalogue.tags(), catalogue.learned());
    }

    /** Seventy names of three words, some clips each, in six folders. */
    void fill(int clipsAName, boolean namedAfterTheSound) {
        for (int name = 0; name < NAMES; name++) {
            List<String> words = new ArrayList<>(WORDS);
            Collections.shuffle(words, new Random(name));
            List<String> three = words.subList(0, 3);
            for (int i = 0; i < clipsAName; i++) {
                String[] heard = namedAfterTheSound ? three.toArray(String[]::new) : new String[] {any(), any(), any()};
                add("f" + name % 6 + "/" + String.join("_", three) + "_" + i + ".wav", heard);
            }
        }
    }

    /** From now on clips have acoustic vectors of another length than the pack's. */
    void vectorsWith(int acousticDimension) {
        acoustic = acousticDimension;
    }

    private String any() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    ClipId add(String name, String... soundsLike) {
        Path path = ROOT.resolve(name);
        catalogue
                .scans()
                .apply(
                        library,
                        new ListingChanges(
                                List.of(new FoundFile(path, STAMP)), List.of(), List.of(), List.of(), List.of()));
        ClipId id = catalogue.clips().findByPath(path).orElseThrow().id();
        ids.put(name, id);
        float[] sound = new float[acoustic];
        for (String word : soundsLike) {
            add(sound, word);
        }
        for (int i = 0; i < sound.length; i++) {
            sound[i] += 0.3f * (float) random.nextGaussian();
        }
        float[] joint = new float[JOINT];
        for (int i = 0; i < JOINT; i++) {
            joint[i] = (float) random.nextGaussian();
        }
        Embedding embedding = new Embedding(PACK, unit(joint), unit(sound));
        catalogue
                .scans()
                .saveListened(List.of(new ListenedClip(
                        id,
                        STAMP,
                        ClipState.EMBEDDED,
                        PACK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(embedding),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "",
                        Optional.empty())));
        return id;
    }

    ModelPack pack() {
        return pack(PACK);
    }

    ModelPack pack(PackId id) {
        return new ModelPack() {
            @Override
            public PackDescription description() {
                return new PackDescription(id, "Deaf", "", "", "", JOINT, ACOUSTIC, 1, Map.of());
            }

            @Override
            public AudioEncoder audio() {
                throw new UnsupportedOperationException("nothing is heard");
            }

            @Override
            public TextEncoder text() {
                return new DeafText();
            }

            @Override
            public void close() {}
        };
    }

    private static final class DeafText implements TextEncoder {

        @Override
        public float[] encode(String description) {
            return unit(noise("joint " + description, JOINT));
        }

        @Override
        public TextVectors vectors(String text) {
            float[] meaning = new float[MEANING];
            for (String word : NameWords.of(text)) {
                add(meaning, word);
            }
            return new TextVectors(encode(text), unit(meaning));
        }
    }

    private static void add(float[] sum, String word) {
        float[] vector = noise(word, sum.length);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
    }

    private static float[] noise(String seed, int length) {
        Random random = new Random(seed.hashCode() * 31L + length);
        float[] vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float factor = (float) (1 / Math.max(1e-12, Math.sqrt(squares)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
        return vector;
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
