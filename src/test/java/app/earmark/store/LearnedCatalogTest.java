package app.earmark.store;

import static app.earmark.store.Sounds.PACK;
import static app.earmark.store.Sounds.VOCABULARY;
import static app.earmark.store.Sounds.listened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.earmark.library.ClipId;
import app.earmark.library.LearnedCatalog;
import app.earmark.library.LearnedModel;
import app.earmark.library.LearnedModel.Kind;
import app.earmark.library.PackId;
import app.earmark.library.Tag;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedCatalogTest {

    private static final PackId OTHER = new PackId("clap", "2");
    private static final float[] VECTOR = {1};

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private LearnedCatalog learned;

    @BeforeEach
    void open() {
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        learned = catalogue.learned();
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private static LearnedModel model(PackId pack, Kind kind, String subject, int content) {
        return new LearnedModel(
                pack, kind, subject, 99, Instant.ofEpochMilli(1000 + content), "{\"n\":" + content + "}", new byte[] {
                    (byte) content
                });
    }

    private static List<Integer> contents(List<LearnedModel> models) {
        return models.stream().map(each -> (int) each.content()[0]).toList();
    }

    @Test
    void aModelComesBackAsItWasSavedButForItsNumber() {
        LearnedModel saved = learned.save(model(PACK, Kind.HEAD, "sword", 7));
        catalogue.close();
        catalogue = Catalogue.open(folder.resolve("catalogue.db"), Sounds.NAMES);
        LearnedModel read =
                catalogue.learned().current(PACK, Kind.HEAD, "sword").orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(saved);
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(model(PACK, Kind.HEAD, "sword", 7));
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void versionsCountForEachPackKindAndSubject() {
        assertThat(learned.save(model(PACK, Kind.HEAD, "sword", 1)).version()).isEqualTo(1);
        assertThat(learned.save(model(PACK, Kind.HEAD, "sword", 2)).version()).isEqualTo(2);
        assertThat(learned.save(model(PACK, Kind.HEAD, "shield", 3)).version()).isEqualTo(1);
        assertThat(learned.save(model(PACK, Kind.CALIBRATION, "sword", 4)).version())
                .isEqualTo(1);
        assertThat(learned.save(model(OTHER, Kind.HEAD, "sword", 5)).version()).isEqualTo(1);
        assertThat(contents(learned.versions(PACK, Kind.HEAD, "sword"))).containsExactly(2, 1);
        assertThat(learned.versions(PACK, Kind.HEAD, "sword"))
                .extracting(LearnedModel::version)
                .containsExactly(2, 1);
        assertThat(contents(learned.versions(OTHER, Kind.HEAD, "sword"))).containsExactly(5);
        assertThat(learned.versions(OTHER, Kind.ADAPTER, "")).isEmpty();
    }

    @Test
    void whatCountsIsTheNewestOfEverything() {
        learned.save(model(PACK, Kind.HEAD, "sword", 1));
        learned.save(model(PACK, Kind.HEAD, "sword", 2));
        learned.save(model(PACK, Kind.CALIBRATION, "sword", 3));
        learned.save(model(PACK, Kind.HEAD, "shield", 4));
        learned.save(model(OTHER, Kind.HEAD, "sword", 5));
        assertThat(contents(learned.current(PACK))).containsExactlyInAnyOrder(2, 3, 4);
        assertThat(contents(learned.current(OTHER))).containsExactly(5);
        assertThat(learned.current(new PackId("never", "met"))).isEmpty();
        assertThat(learned.current(PACK, Kind.HEAD, "sword").orElseThrow().content())
                .containsExactly(2);
        assertThat(learned.current(PACK, Kind.HEAD, "spear")).isEmpty();
    }

    @Test
    void theNewestIsToldWithoutItsContent() {
        assertThat(learned.newest(PACK, Kind.ADAPTER, "")).isEmpty();
        learned.save(model(PACK, Kind.ADAPTER, "", 1));
        learned.save(model(PACK, Kind.ADAPTER, "", 2));
        assertThat(learned.newest(PACK, Kind.ADAPTER, ""))
                .contains(new LearnedCatalog.Newest(2, Instant.ofEpochMilli(1002)));
        assertThat(learned.newest(OTHER, Kind.ADAPTER, "")).isEmpty();
    }

    @Test
    void removingForgetsAllVersionsOfOneAndNumbersBeginAnew() {
        learned.save(model(PACK, Kind.HEAD, "sword", 1));
        learned.save(model(PACK, Kind.HEAD, "sword", 2));
        learned.save(model(PACK, Kind.CALIBRATION, "sword", 3));
        learned.save(model(PACK, Kind.HEAD, "shield", 4));
        learned.save(model(OTHER, Kind.HEAD, "sword", 5));
        learned.remove(PACK, Kind.HEAD, "sword");
        learned.remove(new PackId("never", "met"), Kind.HEAD, "sword");
        assertThat(learned.versions(PACK, Kind.HEAD, "sword")).isEmpty();
        assertThat(learned.newest(PACK, Kind.HEAD, "sword")).isEmpty();
        assertThat(contents(learned.current(PACK))).containsExactlyInAnyOrder(3, 4);
        assertThat(contents(learned.current(OTHER))).containsExactly(5);
        assertThat(learned.save(model(PACK, Kind.HEAD, "sword", 6)).version()).isEqualTo(1);
    }

    @Test
    void claimsToALabelReplaceThoseBeforeAndNoOthers() {
        ClipId[] clips = listenedTo();
        learned.saveClaims(
                PACK,
                "Sword",
                Map.of(
                        clips[0],
                        Sounds.model("sword", .9),
                        clips[1],
                        Sounds.model("sword", .8),
                        clips[3],
                        Sounds.model("sword", .7)));
        assertThat(labels(clips[0])).containsExactly("DOGBark", "sword");
        assertThat(labels(clips[1])).containsExactly("DOGBark", "sword");
        assertThat(labels(clips[3])).as("never listened to").isEmpty();
        learned.saveClaims(PACK, "sword", Map.of(clips[1], Sounds.guess("sword", .3)));
        assertThat(labels(clips[0])).containsExactly("DOGBark");
        assertThat(labels(clips[1])).containsExactly("DOGBark");
        assertThat(catalogue.clips().tagsOf(clips[1]).guesses())
                .singleElement()
                .satisfies(guess -> assertThat(guess.label()).isEqualTo("sword"));
    }

    @Test
    void claimsOfSomeClipsLeaveTheOthersAlone() {
        ClipId[] clips = listenedTo();
        learned.saveClaims(
                PACK, "sword", Map.of(clips[0], Sounds.model("sword", .9), clips[1], Sounds.model("sword", .8)));
        learned.saveClaims(
                PACK,
                "sword",
                List.of(clips[1], clips[2]),
                Map.of(clips[0], Sounds.guess("sword", .1), clips[2], Sounds.model("sword", .6)));
        assertThat(labels(clips[0])).containsExactly("DOGBark", "sword");
        assertThat(labels(clips[1])).containsExactly("DOGBark");
        assertThat(labels(clips[2])).containsExactly("DOGBark", "sword");
    }

    @Test
    void claimsThatAreNotTheModelsOrOfAnotherLabelAreRefusedAndNothingChanges() {
        ClipId[] clips = listenedTo();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learned.saveClaims(PACK, "sword", Map.of(clips[0], Sounds.model("shield", .9))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learned.saveClaims(
                        PACK, "sword", Map.of(clips[0], Sounds.claim("sword", app.earmark.library.TagSource.NAME))));
        assertThat(labels(clips[0])).containsExactly("DOGBark");
    }

    @Test
    void clipsOfOneVocabularyCountAsOfAnotherOnceMadeUp() {
        ClipId[] clips = listenedTo();
        assertThat(catalogue.scans().awaitingTagging(PACK, "learnt")).hasSize(3);
        learned.follow(PACK, "some other", "learnt");
        learned.follow(OTHER, VOCABULARY, "learnt");
        assertThat(catalogue.scans().awaitingTagging(PACK, "learnt")).hasSize(3);
        learned.follow(PACK, VOCABULARY, "learnt");
        assertThat(catalogue.scans().awaitingTagging(PACK, "learnt")).isEmpty();
        assertThat(catalogue.scans().awaitingTagging(PACK, VOCABULARY)).hasSize(3);
        assertThat(labels(clips[0])).containsExactly("DOGBark");
    }

    @Test
    void whoReadsMeanwhileSeesWholeVersionsInOrder() throws Exception {
        learned.save(model(PACK, Kind.HEAD, "sword", 0));
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try (Catalogue other = Catalogue.openForReading(folder.resolve("catalogue.db"), Sounds.NAMES)) {
                int last = 0;
                while (!done.get()) {
                    List<LearnedModel> versions = other.learned().versions(PACK, Kind.HEAD, "sword");
                    assertThat(versions).hasSizeGreaterThanOrEqualTo(last);
                    last = versions.size();
                    for (LearnedModel each : versions) {
                        assertThat((int) each.content()[0]).isEqualTo(each.version() - 1);
                        assertThat(each.explanation()).isEqualTo("{\"n\":" + (each.version() - 1) + "}");
                    }
                    assertThat(other.learned().current(PACK)).hasSize(1);
                }
            } catch (Throwable e) {
                wrong.set(e);
            }
        });
        reader.start();
        try {
            for (int i = 1; i < 100; i++) {
                learned.save(model(PACK, Kind.HEAD, "sword", i));
            }
        } finally {
            done.set(true);
            reader.join();
        }
        assertThat(wrong.get()).isNull();
        assertThat(learned.versions(PACK, Kind.HEAD, "sword")).hasSize(100);
    }

    /** Three clips that the pack has listened to, and one that it has not. */
    private ClipId[] listenedTo() {
        ClipId[] clips = Sounds.add(catalogue, "a.wav", "b.wav", "c.wav", "never heard.wav")
                .toArray(ClipId[]::new);
        for (int i = 0; i < 3; i++) {
            catalogue.scans().saveListened(List.of(listened(clips[i], VECTOR, VECTOR, Sounds.model("DOGBark", .95))));
        }
        return clips;
    }

    private List<String> labels(ClipId clip) {
        return catalogue.clips().tagsOf(clip).tags().stream().map(Tag::label).toList();
    }
}
