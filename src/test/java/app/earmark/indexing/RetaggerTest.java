package app.earmark.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.embed.EncoderFailure;
import app.earmark.embed.PackDescription;
import app.earmark.library.ClipId;
import app.earmark.library.ClipState;
import app.earmark.library.Embedding;
import app.earmark.library.FileStamp;
import app.earmark.library.LabelNames;
import app.earmark.library.ListenedClip;
import app.earmark.library.ListingChanges;
import app.earmark.library.ListingChanges.FoundFile;
import app.earmark.library.PackId;
import app.earmark.library.Tag;
import app.earmark.library.TagCatalog.OwnLabel;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.store.Catalogue;
import app.earmark.tagging.LabelVectors;
import app.earmark.tagging.LearnedScores;
import app.earmark.tagging.TagRule;
import app.earmark.tagging.Tagger;
import app.earmark.tagging.VocabularyLabel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack of four dimensions, in which a prompt is the name of an axis and a clip sounds like one axis or a mixture. */
class RetaggerTest {

    private static final PackId PACK = new PackId("axes", "1");
    private static final FileStamp STAMP = new FileStamp(1, 1);

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private Retagger retagger;
    private String packHash = "h";
    private TagRule rule = new TagRule(0.5, 0.6, 0.5, 1);

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), LabelNames.OWN_ONLY);
        retagger = new Retagger(catalogue.scans(), catalogue.embeddings(), this::tagger);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void aNewLabelIsFoundInWhatWasListenedToBefore() throws Exception {
        List<ClipId> clips = listen(2, 0, 2);
        assertThat(retagger.due()).isZero();
        catalogue.tags().saveOwnLabel(new OwnLabel("clang", List.of("2")));

        assertThat(retagger.due()).isEqualTo(2);
        assertThat(retagger.retag(Progress.NONE)).isEqualTo(2);

        assertThat(labels(clips.get(0))).doesNotContain("clang");
        assertThat(labels(clips.get(1))).containsExactly("clang");
        assertThat(retagger.due()).isZero();
        assertThat(retagger.retag(Progress.NONE)).isZero();
    }

    @Test
    void otherPromptsAnotherRuleAndAnotherPackEachMakeClaimsDueAgain() throws Exception {
        List<ClipId> clips = listen(1, 2);
        catalogue.tags().saveOwnLabel(new OwnLabel("clang", List.of("2")));
        retagger.retag(Progress.NONE);
        assertThat(labels(clips.get(0))).containsExactly("clang");

        catalogue.tags().saveOwnLabel(new OwnLabel("clang", List.of("3")));
        assertThat(retagger.retag(Progress.NONE)).isEqualTo(1);
        assertThat(labels(clips.get(0))).isEmpty();

        rule = new TagRule(-9, -1, -9, 1);
        assertThat(retagger.retag(Progress.NONE)).isEqualTo(1);
        assertThat(labels(clips.get(0))).contains("clang");

        packHash = "h2";
        assertThat(retagger.due()).isEqualTo(1);
    }

    @Test
    void aRemovedLabelLeavesNoGuessBehindAndAPersonsWordStays() throws Exception {
        List<ClipId> clips = listen(2, 2, 2);
        catalogue.tags().saveOwnLabel(new OwnLabel("clang", List.of("2")));
        retagger.retag(Progress.NONE);
        catalogue.tags().hold(List.of(clips.get(0)), "clang");
        catalogue.tags().removeOwnLabel("clang");

        assertThat(retagger.retag(Progress.NONE)).isEqualTo(2);

        assertThat(labels(clips.get(0))).containsExactly("clang");
        assertThat(labels(clips.get(1))).isEmpty();
    }

    @Test
    void whatWasCancelledGoesOnWhereItStopped() throws Exception {
        int[] axes = new int[600];
        java.util.Arrays.fill(axes, 2);
        listen(600, axes);
        catalogue.tags().saveOwnLabel(new OwnLabel("clang", List.of("2")));
        AtomicLong done = new AtomicLong();
        Progress cancelled = new Progress() {
            @Override
            public void advanced(long now, long failed) {
                done.set(now);
            }

            @Override
            public boolean isCancelled() {
                return done.get() > 0;
            }
        };

        assertThatThrownBy(() -> retagger.retag(cancelled)).isInstanceOf(CancelledWork.class);

        assertThat(done.get()).isBetween(1L, 599L);
        assertThat(catalogue.clips().counts().byOwnLabel()).isEqualTo(Map.of("clang", done.get()));
        assertThat(retagger.due()).isEqualTo(600 - done.get());
        assertThat(retagger.retag(Progress.NONE)).isEqualTo(600 - done.get());
        assertThat(catalogue.clips().counts().byOwnLabel()).isEqualTo(Map.of("clang", 600L));
    }

    @Test
    void aScanTagsAnewWhatItHasNotToListenTo() {
        List<ClipId> clips = listen(1, 2);
        catalogue.tags().saveOwnLabel(new OwnLabel("clang", List.of("2")));
        ScanReport nothingNew = new ScanReport(1, 0, 1, 0, 0, false, List.of(), List.of());

        assertThat(new RetaggingScanner((folders, accept, progress) -> nothingNew, retagger)
                        .scan(List.of(), false, Progress.NONE))
                .isEqualTo(nothingNew);

        assertThat(labels(clips.get(0))).containsExactly("clang");
    }

    @Test
    void aScanThatIsStoppedWhileItTagsSaysSo() {
        listen(1, 2);
        catalogue.tags().saveOwnLabel(new OwnLabel("clang", List.of("2")));
        ScanReport nothingNew = new ScanReport(1, 0, 1, 0, 0, false, List.of(), List.of());
        Progress stopped = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThat(new RetaggingScanner((folders, accept, progress) -> nothingNew, retagger)
                        .scan(List.of(), false, stopped)
                        .cancelled())
                .isTrue();
        assertThat(retagger.due()).isEqualTo(1);
    }

    private Tagger tagger() {
        List<VocabularyLabel> labels = new ArrayList<>();
        labels.add(new VocabularyLabel("zero", List.of("0"), true, true));
        labels.add(new VocabularyLabel("one", List.of("1"), true, true));
        catalogue
                .tags()
                .ownLabels()
                .forEach(own -> labels.add(new VocabularyLabel(own.label(), own.prompts(), true, false)));
        PackDescription pack = new PackDescription(PACK, "Axes", "", "", packHash, 4, 4, 1, Map.of());
        try {
            return new Tagger(
                    pack, LabelVectors.of(labels, prompt -> axis(Integer.parseInt(prompt))), rule, LearnedScores.NONE);
        } catch (EncoderFailure e) {
            throw new IllegalStateException(e);
        }
    }

    /** Clips that were listened to with the labels of this moment, each sounding mostly like an axis. */
    private List<ClipId> listen(int count, int... axes) {
        var library = catalogue.scans().openLibrary(folder).id();
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add(folder.resolve(i + ".wav"));
        }
        catalogue
                .scans()
                .apply(
                        library,
                        new ListingChanges(
                                paths.stream()
                                        .map(path -> new FoundFile(path, STAMP))
                                        .toList(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()));
        Tagger tagger = tagger();
        List<ListenedClip> listened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ClipId id = catalogue.clips().findByPath(paths.get(i)).orElseThrow().id();
            float[] joint = axis(axes[i]);
            joint[0] += 0.1f;
            listened.add(new ListenedClip(
                    id,
                    STAMP,
                    ClipState.EMBEDDED,
                    PACK,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Embedding(PACK, joint, joint)),
                    Optional.empty(),
                    Optional.empty(),
                    tagger.claims(new Embedding(tagger.pack(), joint, joint)),
                    tagger.vocabulary(),
                    Optional.empty()));
        }
        catalogue.scans().saveListened(listened);
        return listened.stream().map(ListenedClip::id).toList();
    }

    private List<String> labels(ClipId clip) {
        return catalogue.clips().tagsOf(clip).tags().stream().map(Tag::label).toList();
    }

    private static float[] axis(int n) {
        float[] vector = new float[4];
        vector[n] = 1;
        return vector;
    }
}
