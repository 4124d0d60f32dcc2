package app.earmark.teaching;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.PackDescription;
import app.earmark.indexing.Retagger;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.ClipTags;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.LabelNames;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.PackId;
import app.earmark.library.ScanCatalog.TagTask;
import app.earmark.library.ScanCatalog.TaggedClip;
import app.earmark.library.Tag;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.library.TagSource;
import app.earmark.store.Catalogue;
import app.earmark.tagging.LabelVectors;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.TagRule;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.VocabularyLabel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * A catalogue of 200 clips with vectors. Every fourth clangs, which the acoustic vector tells well and the joint one
 * hardly. The last two clips are copies of one sound. A second pack, with one space for text and sound, has listened to none of
 * them at first.
 *
 * @param inUse the pack that is chosen
 */
record ClangingLibrary(Catalogue catalogue, List<ClipId> clips, AtomicReference<PackId> inUse)
        implements AutoCloseable {

    static final PackId PACK = new PackId("clangs", "1");
    static final PackId ONE_SPACE = new PackId("one-space", "1");
    private static final int ONE_SPACE_DIMENSION = 24;
    private static final FileStamp STAMP = new FileStamp(1, 1);
    private static final int COUNT = 200;
    private static final int ACOUSTIC = 32;
    private static final int JOINT = 4;

    static ClangingLibrary in(Path folder) {
        Catalogue catalogue = Catalogue.open(folder.resolve("catalogue.db"), LabelNames.OWN_ONLY);
        catalogue.tags().saveOwnLabel(new OwnLabel("clang", List.of("2")));
        ClangingLibrary library = new ClangingLibrary(catalogue, new ArrayList<>(), new AtomicReference<>(PACK));
        library.fill(folder);
        return library;
    }

    private void fill(Path folder) {
        var library = catalogue.scans().openLibrary(folder).id();
        List<FoundFile> files = IntStream.range(0, COUNT)
                .mapToObj(i -> new FoundFile(folder.resolve(i + ".wav"), STAMP))
                .toList();
        catalogue.scans().apply(library, new ListingChanges(files, List.of(), List.of(), List.of(), List.of()));
        Random random = new Random(2);
        Tagger tagger = tagger();
        List<ListenedClip> listened = new ArrayList<>();
        Embedding last = null;
        for (int i = 0; i < COUNT; i++) {
            ClipId id = catalogue
                    .clips()
                    .findByPath(folder.resolve(i + ".wav"))
                    .orElseThrow()
                    .id();
            boolean clangs = i % 4 == 0;
            Embedding vectors = i == COUNT - 1
                    ? last
                    : new Embedding(
                            PACK,
                            vector(random, JOINT, 2, clangs ? 0.3 : 0),
                            vector(random, ACOUSTIC, 5, clangs ? 5 : 0));
            last = vectors;
            clips.add(id);
            listened.add(new ListenedClip(
                    id,
                    STAMP,
                    ClipState.EMBEDDED,
                    PACK,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(vectors),
                    Optional.empty(),
                    Optional.empty(),
                    tagger.claims(vectors),
                    tagger.vocabulary(),
                    Optional.empty()));
        }
        catalogue.scans().saveListened(listened);
    }

    /** The second pack, which has to be in use, listens to these clips. */
    void listenWithOneSpace(List<ClipId> to) {
        Random random = new Random(5);
        Tagger tagger = tagger();
        catalogue
                .scans()
                .saveListened(to.stream()
                        .map(id -> {
                            float[] vector = vector(random, ONE_SPACE_DIMENSION, 7, clangs(id) ? 5 : 0);
                            Embedding embedding = new Embedding(ONE_SPACE, vector, vector);
                            return new ListenedClip(
                                    id,
                                    STAMP,
                                    ClipState.EMBEDDED,
                                    ONE_SPACE,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(embedding),
                                    Optional.empty(),
                                    Optional.empty(),
                                    tagger.claims(embedding),
                                    tagger.vocabulary(),
                                    Optional.empty());
                        })
                        .toList());
    }

    private static float[] vector(Random random, int dimension, int axis, double more) {
        float[] vector = new float[dimension];
        double squares = 0;
        for (int d = 0; d < dimension; d++) {
            vector[d] = (float) (random.nextGaussian() + (d == axis ? more : 0));
            squares += vector[d] * vector[d];
        }
        for (int d = 0; d < dimension; d++) {
            vector[d] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    CatalogueTeaching teaching() {
        return new CatalogueTeaching(
                catalogue.tags(),
                catalogue.clips(),
                catalogue.embeddings(),
                catalogue.learned(),
                new TaggerSource() {
                    @Override
                    public PackId pack() {
                        return inUse.get();
                    }

                    @Override
                    public Tagger get() {
                        return tagger();
                    }

                    @Override
                    public float[] words(String label) {
                        return axis(Integer.parseInt(label), JOINT);
                    }
                },
                Clock.systemUTC());
    }

    Retagger retagger() {
        return new Retagger(catalogue.scans(), catalogue.embeddings(), this::tagger);
    }

    Tagger tagger() {
        return untaught().with(TaughtScores.of(catalogue.learned(), inUse.get()));
    }

    Tagger untaught() {
        List<VocabularyLabel> labels = List.of(
                new VocabularyLabel("zero", List.of("0"), true, true),
                new VocabularyLabel("one", List.of("1"), true, true),
                new VocabularyLabel("clang", List.of("2"), true, false));
        PackId id = inUse.get();
        int joint = id.equals(PACK) ? JOINT : ONE_SPACE_DIMENSION;
        int acoustic = id.equals(PACK) ? ACOUSTIC : ONE_SPACE_DIMENSION;
        PackDescription pack = new PackDescription(id, "Clangs", "", "", "h", joint, acoustic, 1, Map.of());
        try {
            return new Tagger(
                    pack,
                    LabelVectors.of(labels, prompt -> axis(Integer.parseInt(prompt), joint)),
                    new TagRule(0.5, 0.97, 0.5, 1),
                    LearnedScores.NONE);
        } catch (EncoderFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] axis(int n, int dimension) {
        float[] vector = new float[dimension];
        vector[n] = 1;
        return vector;
    }

    /** The person speaks, truly, about so many of the first clips. */
    void judge(int confirmed, int rejected) {
        catalogue.tags().hold(clanging().subList(0, confirmed), "clang");
        catalogue
                .tags()
                .reject(
                        clips.stream()
                                .filter(clip -> !clangs(clip))
                                .limit(rejected)
                                .toList(),
                        "clang");
    }

    boolean clangs(ClipId clip) {
        return clips.indexOf(clip) % 4 == 0;
    }

    List<ClipId> clanging() {
        return clips.stream().filter(this::clangs).toList();
    }

    Map<ClipId, ClipTags> tags() {
        return catalogue.clips().tagsOf(clips);
    }

    List<Tag> modelTags() {
        return tags().values().stream()
                .flatMap(tags -> tags.tags().stream())
                .filter(tag -> tag.source() == TagSource.MODEL && tag.label().equals("clang"))
                .toList();
    }

    long found() {
        return tags().entrySet().stream()
                .filter(entry -> clangs(entry.getKey()) && holdsByModel(entry.getValue()))
                .count();
    }

    long wronglyFound() {
        return tags().entrySet().stream()
                .filter(entry -> !clangs(entry.getKey()) && holdsByModel(entry.getValue()))
                .count();
    }

    private static boolean holdsByModel(ClipTags tags) {
        return tags.tags().stream().anyMatch(t -> t.label().equals("clang") && t.source() == TagSource.MODEL);
    }

    /** Lets all claims seem to be made from an older vocabulary, and takes those to the label away. */
    void makeDue() {
        List<TagTask> tasks = catalogue.scans().awaitingTagging(PACK, "nobody's");
        catalogue
                .scans()
                .saveModelClaims(
                        PACK,
                        "older",
                        tasks.stream()
                                .map(task -> new TaggedClip(task, List.of()))
                                .toList());
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
