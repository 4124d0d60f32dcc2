package app.earmark.modelhub.download;

import static app.earmark.modelhub.download.HubBench.COMMIT;
import static app.earmark.modelhub.download.HubBench.CONFIG;
import static app.earmark.modelhub.download.HubBench.ETAG;
import static app.earmark.modelhub.download.HubBench.PINNED;
import static app.earmark.modelhub.download.HubBench.REPOSITORY;
import static app.earmark.modelhub.download.HubBench.WEIGHTS;
import static app.earmark.modelhub.download.HubBench.knownWeights;
import static app.earmark.modelhub.download.HubBench.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.testing.LocalHub;
import app.earmark.testing.LocalHub.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What works when nothing goes wrong: the protocol's order, the cache's layout, what is sent to whom. */
class HubDownloadTest {

    private static final WantedFile CONFIG_FILE = WantedFile.of("config.json");
    private static final String CONFIG_ETAG = LocalHub.gitSha1(CONFIG);

    @TempDir
    Path folder;

    private HubBench bench;

    @BeforeEach
    void start() {
        bench = new HubBench(folder.resolve("hub"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void largeAndSmallFilesLieAsOtherProgramsExpectThem() throws Exception {
        HubDownload.Fetched fetched = bench.fetch(CONFIG_FILE, knownWeights());

        assertThat(fetched.commit()).isEqualTo(COMMIT);
        assertThat(fetched.files().get("onnx/audio_model.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(fetched.files().get("config.json")).hasBinaryContent(CONFIG);
        assertThat(bench.everything())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "blobs/" + ETAG,
                        "300000",
                        "blobs/" + CONFIG_ETAG,
                        Integer.toString(CONFIG.length),
                        "snapshots/" + COMMIT + "/config.json",
                        "-> ../../blobs/" + CONFIG_ETAG,
                        "snapshots/" + COMMIT + "/onnx/audio_model.onnx",
                        "-> ../../../blobs/" + ETAG));
    }

    @Test
    void asksFirstAndWithoutCompression() throws Exception {
        bench.fetch(weights());

        assertThat(bench.hub.seen())
                .extracting(LocalHub.Seen::stage)
                .containsExactly(Stage.ASK, Stage.GET, Stage.STORAGE);
        assertThat(bench.hub.seen())
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("Accept-Encoding", "identity"));
        assertThat(bench.hub.seen(Stage.ASK).get(0).path())
                .isEqualTo("/acme/ears/resolve/" + COMMIT + "/onnx/audio_model.onnx");
    }

    @Test
    void theTokenGoesToTheHubAndToNobodyElse() throws Exception {
        bench.token = Optional.of(new AccessToken("hf_secret"));

        bench.fetch(CONFIG_FILE, weights());

        assertThat(bench.hub.seen(Stage.STORAGE)).singleElement().satisfies(request -> assertThat(request.headers())
                .doesNotContainKey("Authorization"));
        for (Stage stage : List.of(Stage.ASK, Stage.GET, Stage.SMALL)) {
            assertThat(bench.hub.seen(stage)).isNotEmpty().allSatisfy(request -> assertThat(request.headers())
                    .containsEntry("Authorization", "Bearer hf_secret"));
        }
    }

    @Test
    void whatIsInTheCacheIsNotAskedFor() throws Exception {
        Map<String, Path> first = bench.fetch(CONFIG_FILE, knownWeights()).files();
        bench.hub.forgetSeen();

        assertThat(bench.fetch(CONFIG_FILE, knownWeights()).files()).isEqualTo(first);

        assertThat(bench.hub.seen()).isEmpty();
    }

    @Test
    void aDamagedCacheIsNotTrusted() throws Exception {
        bench.fetch(weights());
        byte[] damaged = WEIGHTS.clone();
        damaged[1234] ^= 1;
        Files.write(bench.blob(), damaged);

        Path file = bench.fetch(weights()).files().get("onnx/audio_model.onnx");

        assertThat(file).hasBinaryContent(WEIGHTS);
    }

    @Test
    void aContentThatAnotherCommitBroughtIsLinkedRatherThanFetchedAgain() throws Exception {
        Files.createDirectories(bench.blob().getParent());
        Files.write(bench.blob(), WEIGHTS);

        assertThat(bench.fetch(weights()).files().get("onnx/audio_model.onnx")).hasBinaryContent(WEIGHTS);

        assertThat(bench.hub.seen(Stage.STORAGE)).isEmpty();
    }

    @Test
    void aBranchIsFollowedToItsCommitAndRemembered() throws Exception {
        HubDownload.Fetched fetched =
                bench.download().fetch(REPOSITORY, Revision.MAIN, List.of(CONFIG_FILE, weights()), Progress.NONE);

        assertThat(fetched.commit()).isEqualTo(COMMIT);
        assertThat(bench.folder().resolve("refs/main")).hasContent(COMMIT);
        assertThat(bench.hub.seen(Stage.ASK).get(1).path()).contains("/resolve/" + COMMIT + "/");

        bench.offline = true;
        bench.hub.forgetSeen();
        assertThat(bench.download()
                        .fetch(REPOSITORY, Revision.MAIN, List.of(CONFIG_FILE, weights()), Progress.NONE)
                        .files())
                .isEqualTo(fetched.files());
        assertThat(bench.hub.seen()).isEmpty();
    }

    @Test
    void offlineWithoutTheFileSaysSo() {
        bench.offline = true;

        assertThatThrownBy(() -> bench.fetch(weights()))
                .isInstanceOfSatisfying(
                        DownloadFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE))
                .hasMessageContaining("HF_HUB_OFFLINE")
                .hasMessageContaining("onnx/audio_model.onnx");
        assertThat(bench.hub.seen()).isEmpty();
    }

    @Test
    void aHalfFileIsCompletedWithARange() throws Exception {
        bench.leaveBeginning(100_000);

        assertThat(bench.fetch(weights()).files().get("onnx/audio_model.onnx")).hasBinaryContent(WEIGHTS);

        assertThat(bench.hub.seen(Stage.STORAGE)).singleElement().satisfies(request -> assertThat(request.headers())
                .containsEntry("Range", "bytes=100000-"));
        assertThat(bench.incomplete()).doesNotExist();
    }

    @Test
    void aCancelledDownloadKeepsWhatItHas() throws Exception {
        List<Long> reports = new ArrayList<>();
        Progress untilSome = new Progress() {
            @Override
            public void advanced(long done, long failed) {
                reports.add(done);
            }

            @Override
            public boolean isCancelled() {
                return !reports.isEmpty() && reports.get(reports.size() - 1) > 0;
            }
        };
        assertThatThrownBy(() -> bench.download().fetch(REPOSITORY, PINNED, List.of(weights()), untilSome))
                .isInstanceOf(CancelledWork.class);

        long kept = Files.size(bench.incomplete());
        assertThat(kept).isPositive().isLessThan(WEIGHTS.length);
        assertThat(bench.download().incompleteBytes(REPOSITORY)).isEqualTo(kept);
        assertThat(bench.fetch(weights()).files().get("onnx/audio_model.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(bench.hub.seen(Stage.STORAGE).get(1).headers()).containsEntry("Range", "bytes=" + kept + "-");
    }

    @Test
    void progressCountsTheBytesOfAllFilesTogether() throws Exception {
        List<String> told = new ArrayList<>();
        bench.leaveBeginning(1_000);
        bench.download().fetch(REPOSITORY, PINNED, List.of(CONFIG_FILE, weights()), new Progress() {
            @Override
            public void phase(String name, long total, Unit unit) {
                told.add(name + " " + total + " " + unit);
            }

            @Override
            public void advanced(long done, long failed) {
                told.add(Long.toString(done));
            }
        });

        int total = CONFIG.length + WEIGHTS.length;
        assertThat(told.get(0)).isEqualTo("Downloading acme/ears " + total + " BYTES");
        assertThat(told).contains(Integer.toString(CONFIG.length + 1_000));
        assertThat(told.get(told.size() - 1)).isEqualTo(Integer.toString(total));
    }

    @Test
    void whereLinksCanNotBeMadeTheSnapshotIsTheFile() throws Exception {
        bench.linker = (link, target) -> {
            throw new java.nio.file.FileSystemException(link.toString(), null, "A required privilege is not held");
        };

        Path file = bench.fetch(weights()).files().get("onnx/audio_model.onnx");

        assertThat(bench.everything())
                .containsExactly(Map.entry("snapshots/" + COMMIT + "/onnx/audio_model.onnx", "300000"));
        assertThat(file).hasBinaryContent(WEIGHTS);
        bench.hub.forgetSeen();
        assertThat(bench.fetch(knownWeights()).files()).containsValue(file);
        assertThat(bench.hub.seen()).isEmpty();
    }

    @Test
    void twoDownloadsOfOneFileFetchItOnce() throws Exception {
        CountDownLatch bothUnderWay = new CountDownLatch(2);
        List<String> notes = new java.util.concurrent.CopyOnWriteArrayList<>();
        bench.hub.fault(Stage.STORAGE, 1, (exchange, content) -> {
            bothUnderWay.countDown();
            try {
                bothUnderWay.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        });
        Progress waiting = new Progress() {
            @Override
            public void note(String sentence) {
                notes.add(sentence);
                bothUnderWay.countDown();
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<HubDownload.Fetched>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(threads.submit(() -> bench.download().fetch(REPOSITORY, PINNED, List.of(weights()), waiting)));
            }
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        } finally {
            threads.shutdownNow();
        }

        assertThat(bench.hub.seen(Stage.STORAGE)).hasSize(1);
        assertThat(notes).singleElement().asString().contains("Another download");
    }

    @Test
    void listsWhatARepositoryHas() throws Exception {
        RepositoryListing listing = bench.download().list(REPOSITORY, Revision.MAIN, Progress.NONE);

        assertThat(listing.commit()).isEqualTo(COMMIT);
        assertThat(listing.paths()).containsExactly("config.json", "onnx/audio_model.onnx");
    }

    @Test
    void deletesWhatTheCacheHasOfOneRepository() throws Exception {
        bench.fetch(CONFIG_FILE, weights());
        Path other = Files.createDirectories(bench.cache.resolve("models--acme--nose"));

        assertThat(bench.download().deleteCached(REPOSITORY)).isEqualTo(WEIGHTS.length + CONFIG.length);

        assertThat(bench.folder()).doesNotExist();
        assertThat(other).exists();
        assertThat(bench.download().deleteCached(REPOSITORY)).isZero();
    }

    @Test
    void aHalfDownloadIsGivenUpAndWhatIsCompleteStays() throws Exception {
        Path complete = bench.fetch(CONFIG_FILE).files().get("config.json");
        bench.leaveBeginning(1_000);
        assertThat(bench.download().incompleteBytes(REPOSITORY)).isEqualTo(1_000);

        bench.download().deleteIncomplete(REPOSITORY);

        assertThat(bench.download().incompleteBytes(REPOSITORY)).isZero();
        assertThat(complete).hasBinaryContent(CONFIG);
    }

    @Test
    void nothingToGiveUpIsNoFailure() throws Exception {
        bench.download().deleteIncomplete(REPOSITORY);

        assertThat(bench.folder()).doesNotExist();
    }

    @Test
    void sizesKnownBeforehandAreHeldTo() {
        WantedFile other = new WantedFile("onnx/audio_model.onnx", OptionalLong.of(299_999), Optional.empty());

        assertThatThrownBy(() -> bench.fetch(other))
                .isInstanceOf(DownloadFailure.class)
                .hasMessageContaining("not the file this version of Earmark knows");
        assertThat(bench.hub.seen(Stage.STORAGE)).isEmpty();
    }
}
