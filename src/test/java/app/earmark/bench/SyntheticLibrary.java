package app.earmark.bench;

import app.earmark.learning.adapter.NameWords;
import app.earmark.library.AudioFacts;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipFilter;
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
import app.earmark.library.Peaks;
import app.earmark.library.ProbedFile;
import app.earmark.library.TagClaim;
import app.earmark.library.TagSource;
import app.earmark.library.WindowVector;
import app.earmark.store.Catalogue;
import app.earmark.tagging.Vocabulary;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Records of files that do not exist: UCS names, descriptions of ten words, tags and random vectors. Words follow Zipf's law
 * over the words of the UCS list and as many invented ones as make 6,000. Vectors are random. Or words are those of the UCS list and of
 * the CatIDs' prompts, and clips whose names share words sound alike, in the acoustic space only.
 */
final class SyntheticLibrary {

    private static final int VOCABULARY = 6000;
    private static final int BATCH = 1000;
    private static final Path ROOT = Path.of("/synthetic").toAbsolutePath();

    private final Random random = new Random(20261122);
    private final List<UcsEntry> entries = UcsTable.load().entries();
    private final List<String> words = new ArrayList<>();
    private final boolean soundsLikeItsName;
    private final Map<String, float[]> soundOf = new HashMap<>();

    SyntheticLibrary() {
        this(false);
    }

    /** @param soundsLikeItsName whether clips whose names share words have acoustic vectors near to each other */
    SyntheticLibrary(boolean soundsLikeItsName) {
        this.soundsLikeItsName = soundsLikeItsName;
        for (UcsEntry entry : entries) {
            for (String word :
                    (entry.category() + " " + entry.subCategory()).toLowerCase().split("[^a-z]+")) {
                if (word.length() > 2 && !words.contains(word)) {
                    words.add(word);
                }
            }
        }
        if (soundsLikeItsName) {
            words.addAll(wordsOfPrompts());
            return;
        }
        String consonants = "bcdfghklmnprstvw";
        while (words.size() < VOCABULARY) {
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < 2 + random.nextInt(2); i++) {
                word.append(consonants.charAt(random.nextInt(consonants.length())))
                        .append("aeiou".charAt(random.nextInt(5)));
            }
            words.add(word.append(consonants.charAt(random.nextInt(consonants.length())))
                    .toString());
        }
    }

    private Set<String> wordsOfPrompts() {
        Set<String> others = new TreeSet<>();
        Vocabulary.ofUcs(UcsTable.load()).labels().forEach(label -> label.prompts()
                .forEach(prompt -> others.addAll(NameWords.of(prompt))));
        others.removeAll(words);
        return others;
    }

    static LabelNames names() {
        UcsTable table = UcsTable.load();
        return new LabelNames() {
            @Override
            public boolean isCatId(String label) {
                return table.contains(label);
            }

            @Override
            public String nameOf(String label) {
                return table.find(label)
                        .map(e -> e.category() + "-" + e.subCategory())
                        .orElse(label);
            }

            @Override
            public Optional<String> categoryOf(String label) {
                return table.find(label).map(UcsEntry::category);
            }
        };
    }

    /** Some words, drawn by Zipf's law. */
    String text(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(words.size())) - 1;
            text.append(i == 0 ? "" : " ").append(words.get(rank));
        }
        return text.toString();
    }

    /**
     * Writes clips; prints how fast.
     *
     * @param inParts share of the clips that have windows; 2 to 30 of them, most often few, 6.1 on average
     */
    void fill(Catalogue catalogue, int clips, PackId pack, int jointDimension, int acousticDimension, double inParts) {
        LibraryId library = catalogue.scans().openLibrary(ROOT).id();
        long start = System.nanoTime();
        for (int from = 0; from < clips; from += BATCH) {
            List<FoundFile> files = new ArrayList<>();
            for (int i = from; i < Math.min(clips, from + BATCH); i++) {
                UcsEntry entry = entries.get(random.nextInt(entries.size()));
                String name = entry.catId() + "_" + text(4) + " " + i % 20 + "_ABC_LIB" + i / 2000 + ".wav";
                files.add(new FoundFile(ROOT.resolve("LIB" + i / 2000 + "/" + name), new FileStamp(i, i)));
            }
            catalogue.scans().apply(library, new ListingChanges(files, List.of(), List.of(), List.of(), List.of()));
        }
        rate("listed", clips, start);
        List<ClipId> ids = catalogue.clips().matching(ClipFilter.ALL);
        start = System.nanoTime();
        for (int from = 0; from < clips; from += BATCH) {
            catalogue
                    .scans()
                    .saveProbed(ids.subList(from, Math.min(clips, from + BATCH)).stream()
                            .map(this::probed)
                            .toList());
        }
        rate("probed", clips, start);
        start = System.nanoTime();
        for (int from = 0; from < clips; from += BATCH) {
            List<ClipId> batch = ids.subList(from, Math.min(clips, from + BATCH));
            Function<ClipId, float[]> sound = sounds(catalogue, batch, acousticDimension);
            catalogue
                    .scans()
                    .saveListened(batch.stream()
                            .map(id -> listened(id, embedding(pack, jointDimension, sound.apply(id), inParts)))
                            .toList());
        }
        rate("listened", clips, start);
    }

    private ProbedFile probed(ClipId id) {
        AudioFacts facts = new AudioFacts(
                random.nextInt(4) == 0 ? "FLAC" : "WAV",
                "pcm_s24le",
                random.nextDouble() * 60,
                random.nextBoolean() ? 96_000 : 48_000,
                1 + random.nextInt(2),
                OptionalInt.of(24));
        ClipFields fields = new ClipFields(Map.of("FXName", text(4), "Description", text(10), "Library", text(2)));
        String catId = entries.get(random.nextInt(entries.size())).catId();
        return new ProbedFile(
                id,
                Optional.of(facts),
                fields,
                List.of(new TagClaim(catId, TagSource.NAME, OptionalDouble.empty(), true)),
                Optional.empty());
    }

    private ListenedClip listened(ClipId id, Embedding embedding) {
        List<TagClaim> claims = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            claims.add(new TagClaim(
                    entries.get(random.nextInt(entries.size())).catId(),
                    TagSource.MODEL,
                    OptionalDouble.of(random.nextDouble()),
                    i == 0));
        }
        return new ListenedClip(
                id,
                new FileStamp(id.value() - 1, id.value() - 1),
                ClipState.EMBEDDED,
                embedding.pack(),
                Optional.empty(),
                Optional.of("00"),
                Optional.of(embedding),
                Optional.of(new Peaks(new byte[2 * Peaks.THUMBNAIL_BUCKETS])),
                Optional.of(new Peaks(new byte[2 * Peaks.PLAYER_BUCKETS])),
                claims,
                "synthetic",
                Optional.empty());
    }

    private Function<ClipId, float[]> sounds(Catalogue catalogue, List<ClipId> of, int dimension) {
        if (!soundsLikeItsName) {
            return id -> unit(dimension);
        }
        Map<ClipId, ClipFields> fields = catalogue.clips().fieldsOf(of);
        return id -> {
            float[] sum = unit(dimension);
            for (String word : NameWords.of(fields.get(id).get("FXName"))) {
                float[] sound = soundOf.computeIfAbsent(word, w -> unit(dimension));
                for (int i = 0; i < dimension; i++) {
                    sum[i] += sound[i];
                }
            }
            return unit(sum);
        };
    }

    /** One space where both have the same length, as CLAP has it. */
    private Embedding embedding(PackId pack, int joint, float[] acoustic, double inParts) {
        float[] vector = joint == acoustic.length ? acoustic : unit(joint);
        List<WindowVector> windows = new ArrayList<>();
        if (random.nextDouble() < inParts) {
            int count = Math.min(30, 2 + (int) (-4.2 * Math.log(1 - random.nextDouble())));
            for (int i = 0; i < count; i++) {
                windows.add(new WindowVector(10 * i, 10, unit(joint)));
            }
        }
        return new Embedding(pack, vector, acoustic, windows);
    }

    private float[] unit(int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    private static void rate(String what, int clips, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s %,d clips in %.1f s: %,.0f a second%n", what, clips, seconds, clips / seconds);
    }
}
