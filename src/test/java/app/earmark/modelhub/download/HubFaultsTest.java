package app.earmark.modelhub.download;

import static app.earmark.modelhub.download.HubBench.PINNED;
import static app.earmark.modelhub.download.HubBench.REPOSITORY;
import static app.earmark.modelhub.download.HubBench.WEIGHTS;
import static app.earmark.modelhub.download.HubBench.noise;
import static app.earmark.modelhub.download.HubBench.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import app.earmark.progress.Progress;
import app.earmark.testing.LocalHub;
import app.earmark.testing.LocalHub.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the way: what passes is tried again, the rest ends in one sentence with the cache as it was. */
class HubFaultsTest {

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

    private void succeeds() throws Exception {
        assertThat(bench.fetch(weights()).files().get("onnx/audio_model.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(bench.incomplete()).doesNotExist();
    }

    /** The failure, having made sure that it is one sentence and that nothing can be taken for the file. */
    private DownloadFailure fails(Reason reason, WantedFile file) {
        DownloadFailure failure = catchThrowableOfType(() -> bench.fetch(file), DownloadFailure.class);
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
        assertThat(failure.getMessage())
                .doesNotContain("Exception", "\n", "signature")
                .endsWith(".");
        assertThat(bench.blob()).doesNotExist();
        assertThat(bench.folder().resolve("snapshots")).doesNotExist();
        return failure;
    }

    private DownloadFailure fails(Reason reason) {
        return fails(reason, weights());
    }

    @Test
    void aCutConnectionGoesOnWhereItStopped() throws Exception {
        bench.hub.fault(Stage.STORAGE, 2, LocalHub.cutAfter(90_000));

        succeeds();

        assertThat(bench.hub.seen(Stage.STORAGE)).hasSize(3);
        assertThat(bench.hub.seen(Stage.STORAGE).get(0).headers()).doesNotContainKey("Range");
        assertThat(bench.hub.seen(Stage.STORAGE).get(1).headers()).containsKey("Range");
        assertThat(bench.hub.seen(Stage.STORAGE).get(1).path())
                .as("a fresh signature")
                .isNotEqualTo(bench.hub.seen(Stage.STORAGE).get(0).path());
    }

    @Test
    void anyNumberOfCutsIsEndedWellAslongAsSomethingArrives() throws Exception {
        bench.hub.fault(Stage.STORAGE, 20, LocalHub.cutAfter(14_000));

        succeeds();

        assertThat(bench.pauses).allMatch(Duration.ofSeconds(1)::equals);
    }

    @Test
    void aLineThatAlwaysCutsAtTheSamePlaceEndsInASentenceAndKeepsTheBeginning() throws Exception {
        bench.hub.fault(Stage.STORAGE, 1, LocalHub.cutAfter(50_000));
        bench.hub.fault(Stage.STORAGE, 99, LocalHub.cutAfter(0));

        assertThat(fails(Reason.UNREACHABLE)).hasMessageContaining("breaks off").hasMessageContaining("goes on");

        assertThat(Files.readAllBytes(bench.incomplete())).isEqualTo(Arrays.copyOf(WEIGHTS, 50_000));
    }

    @Test
    void aServerThatHangsUpWithoutAnAnswerIsNotCalledOutOfReach() throws Exception {
        bench.hub.fault(Stage.STORAGE, 99, (exchange, content) -> {
            exchange.close();
            return true;
        });

        assertThat(fails(Reason.UNREACHABLE)).hasMessageContaining("localhost breaks off");
    }

    @Test
    void aServerThatIgnoresRangesIsReadFromTheBeginning() throws Exception {
        bench.leaveBeginning(100_000);
        bench.hub.fault(Stage.STORAGE, 1, (exchange, content) -> {
            LocalHub.send(exchange, 200, content);
            return true;
        });

        succeeds();
    }

    @Test
    void aServerThatIgnoresRangesAndCutsDoesNotGoOnForEver() {
        bench.hub.fault(Stage.STORAGE, 99, (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 60_000);
            return true;
        });

        fails(Reason.UNREACHABLE);

        assertThat(bench.hub.seen(Stage.STORAGE)).hasSizeLessThan(9);
    }

    @Test
    void aRangeBeyondTheEndStartsAgain() throws Exception {
        bench.leaveBeginning(100_000);
        bench.hub.fault(Stage.STORAGE, 1, LocalHub.status(416, "Content-Range", "bytes */300000"));

        succeeds();
    }

    @Test
    void aHalfFileThatIsTooLongStartsAgain() throws Exception {
        Files.createDirectories(bench.incomplete().getParent());
        Files.write(bench.incomplete(), noise(300_001));

        succeeds();
    }

    @Test
    void aHalfFileOfSomethingElseIsThrownAwayAndFetchedAgain() throws Exception {
        Files.createDirectories(bench.incomplete().getParent());
        Files.write(bench.incomplete(), new byte[100_000]);

        succeeds();

        assertThat(bench.hub.seen(Stage.STORAGE)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void passingTroubleOfTheHubIsTriedAgainAfterGrowingPauses(int status) throws Exception {
        bench.hub.fault(Stage.ASK, 2, LocalHub.status(status));
        bench.hub.fault(Stage.GET, 1, LocalHub.status(status));

        succeeds();

        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 429, 503})
    void troubleOfTheStorageLeadsToAFreshSignature(int status) throws Exception {
        bench.hub.fault(Stage.STORAGE, 1, LocalHub.status(status));

        succeeds();

        assertThat(bench.hub.seen(Stage.GET)).hasSize(2);
        assertThat(bench.hub.seen(Stage.STORAGE)).hasSize(2);
    }

    @Test
    void retryAfterIsObeyedAsSecondsOrAsADate() throws Exception {
        String soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(100).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        bench.hub.fault(Stage.ASK, 1, LocalHub.status(429, "Retry-After", "7"));
        bench.hub.fault(Stage.ASK, 1, LocalHub.status(429, "Retry-After", soon));
        bench.hub.fault(Stage.ASK, 1, LocalHub.status(429, "RateLimit", "\"resolvers\";r=0;t=11"));

        succeeds();

        assertThat(bench.pauses.get(0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(bench.pauses.get(1)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(100));
        assertThat(bench.pauses.get(2)).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void aPauseLongerThanAnybodyWaitsIsSaidInstead() {
        bench.hub.fault(Stage.ASK, 1, LocalHub.status(429, "Retry-After", "3600"));

        assertThat(fails(Reason.BUSY)).hasMessageContaining("60 min");
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void troubleThatStaysIsSaid() {
        bench.hub.fault(Stage.ASK, 99, LocalHub.status(502));

        assertThat(fails(Reason.UNREACHABLE)).hasMessageContaining("502");
        assertThat(bench.hub.seen(Stage.ASK)).hasSize(4);
    }

    @Test
    void aMissingFileIsNotAskedForTwice() {
        assertThat(fails(Reason.NOT_FOUND, WantedFile.of("model.safetensors")))
                .hasMessageContaining("model.safetensors of acme/ears");
        assertThat(bench.hub.seen()).hasSize(1);
    }

    @Test
    void aMissingRevisionIsSaid() {
        Revision other = new Revision("f".repeat(40));
        DownloadFailure failure = catchThrowableOfType(
                () -> bench.download().fetch(REPOSITORY, other, List.of(weights()), Progress.NONE),
                DownloadFailure.class);

        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure).hasMessageContaining("revision");
    }

    @Test
    void aRepositoryThatIsNotShownSaysWhatMayHelp() {
        DownloadFailure failure = catchThrowableOfType(
                () -> bench.download()
                        .fetch(RepositoryId.parse("acme/nose"), PINNED, List.of(weights()), Progress.NONE),
                DownloadFailure.class);

        assertThat(failure.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(failure).hasMessageContaining("acme/nose").hasMessageContaining("HF_TOKEN");
    }

    @Test
    void aGatedModelSaysWhereToAgree() {
        bench.hub.fault(Stage.ASK, 1, LocalHub.status(403, "X-Error-Code", "GatedRepo"));

        assertThat(fails(Reason.NOT_ALLOWED)).hasMessageContaining("terms").hasMessageContaining("HF_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK", "GET", "STORAGE"})
    void aWebPageInPlaceOfTheHubIsNoModel(Stage stage) {
        bench.leaveBeginning(100_000);
        bench.hub.fault(stage, 99, LocalHub.webPage());

        assertThat(fails(Reason.WRONG_CONTENT)).hasMessageContaining("web page").hasMessageContaining("sign in");
        assertThat(bench.incomplete()).hasSize(100_000);
    }

    @Test
    void aNetworkThatRedirectsEverythingToItsSignInIsNoHub() {
        bench.hub.fault(
                Stage.ASK, 1, LocalHub.status(302, "Location", bench.hub.endpoint() + "/the/hotel/resolves/no/hub"));
        bench.hub.fault(Stage.ASK, 1, LocalHub.webPage());

        assertThat(fails(Reason.WRONG_CONTENT)).hasMessageContaining("web page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK", "GET", "STORAGE"})
    void aServerThatSaysNothingIsLeftAfterAWhile(Stage stage) throws Exception {
        bench.hub.fault(stage, 1, (exchange, content) -> {
            bench.hub.hang();
            return true;
        });

        succeeds();
    }

    @Test
    void aServerThatStopsMidwayIsLeftAndResumed() throws Exception {
        bench.hub.fault(Stage.STORAGE, 1, bench.hub.stallAfter(80_000));

        succeeds();

        assertThat(bench.hub.seen(Stage.STORAGE).get(1).headers()).containsKey("Range");
    }

    @Test
    void aServerThatAlwaysStallsIsSaid() {
        bench.attempts = 2;
        bench.hub.fault(Stage.STORAGE, 99, bench.hub.stallAfter(80_000));

        assertThat(fails(Reason.UNREACHABLE)).hasMessageContaining("stopped sending");
    }

    @ParameterizedTest
    @ValueSource(ints = {299_000, 300_500})
    void aLengthThatIsNotTheAnnouncedOneIsNotUsed(int length) {
        bench.hub.fault(Stage.STORAGE, 99, (exchange, content) -> {
            LocalHub.send(exchange, 200, noise(length));
            return true;
        });

        assertThat(fails(Reason.WRONG_CONTENT)).hasMessageContaining(length + " bytes");
        assertThat(bench.pauses).as("waiting would not help").isEmpty();
    }

    @Test
    void moreThanAnnouncedIsNotUsed() {
        bench.hub.fault(Stage.STORAGE, 1, (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().write(content);
            return true;
        });

        assertThat(fails(Reason.WRONG_CONTENT)).hasMessageContaining("sends more");
        assertThat(bench.incomplete()).doesNotExist();
    }

    @Test
    void lessThanAnnouncedIsCompleted() throws Exception {
        bench.hub.fault(Stage.STORAGE, 1, (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content, 0, 200_000);
            return true;
        });

        succeeds();
    }

    @Test
    void anotherPartThanAskedForIsNotAppended() throws Exception {
        bench.leaveBeginning(100_000);
        bench.hub.fault(Stage.STORAGE, 1, (exchange, content) -> {
            LocalHub.contentRange(exchange, 50_000, content.length);
            exchange.sendResponseHeaders(206, 0); // and it does not say how much it sends
            exchange.getResponseBody().write(content, 50_000, 200_000);
            return true;
        });

        succeeds();
    }

    @Test
    void aFileThatChangesMidwayIsNotUsed() {
        bench.hub.fault(Stage.STORAGE, 1, (exchange, content) -> {
            bench.hub.with("acme/ears", HubBench.COMMIT, "onnx/audio_model.onnx", noise(280_000));
            return LocalHub.cutAfter(90_000).answer(exchange, content);
        });

        assertThat(fails(Reason.WRONG_CONTENT)).hasMessageContaining("changed while it was being downloaded");
        assertThat(bench.incomplete()).doesNotExist();
    }

    @Test
    void aStorageThatHasAnotherFileBehindTheRangeIsNotUsed() {
        bench.leaveBeginning(100_000);
        bench.hub.fault(Stage.STORAGE, 1, (exchange, content) -> {
            LocalHub.contentRange(exchange, 100_000, 310_000);
            LocalHub.send(exchange, 206, new byte[210_000]);
            return true;
        });

        assertThat(fails(Reason.WRONG_CONTENT)).hasMessageContaining("changed");
    }

    @Test
    void contentWithAnotherDigestIsNotUsed() {
        byte[] other = WEIGHTS.clone();
        other[77] ^= 1;
        bench.hub.fault(Stage.STORAGE, 1, (exchange, content) -> {
            LocalHub.send(exchange, 200, other);
            return true;
        });

        assertThat(fails(Reason.WRONG_CONTENT)).hasMessageContaining("digest");
        assertThat(bench.incomplete()).doesNotExist();
    }

    @Test
    void aSmallFileWithAnotherDigestIsNotUsed() {
        bench.hub.fault(Stage.SMALL, 2, (exchange, content) -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                return false;
            }
            byte[] other = content.clone();
            other[0] = 'x';
            LocalHub.send(exchange, 200, other);
            return true;
        });

        assertThat(fails(Reason.WRONG_CONTENT, WantedFile.of("config.json"))).hasMessageContaining("digest");
    }

    @Test
    void aFileThatIsNotTheKnownOneIsNotFetchedAtAll() {
        WantedFile known =
                new WantedFile("onnx/audio_model.onnx", OptionalLong.of(WEIGHTS.length), Optional.of("a".repeat(64)));

        assertThat(fails(Reason.WRONG_CONTENT, known)).hasMessageContaining("knows and trusts");
        assertThat(bench.hub.seen(Stage.GET)).isEmpty();
    }

    @Test
    void anotherCommitThanTheOneAskedForIsNotUsed() {
        bench.hub.fault(Stage.ASK, 1, (exchange, content) -> LocalHub.status(
                        200, "X-Repo-Commit", "e".repeat(40), "ETag", "\"" + HubBench.ETAG + "\"")
                .answer(exchange, content));

        assertThat(fails(Reason.WRONG_CONTENT)).hasMessageContaining("another revision");
    }

    @Test
    void redirectsWithoutEndAreLeft() {
        bench.hub.fault(Stage.ASK, 99, LocalHub.status(307, "Location", "/acme/ears/resolve/main/config.json"));

        assertThat(fails(Reason.BAD_ANSWER)).hasMessageContaining("without end");
    }

    @Test
    void aDiskWithoutRoomIsSaidBeforeAnythingIsFetched() {
        bench.room = path -> 200_000;
        bench.leaveBeginning(50_000);

        assertThat(fails(Reason.DISK_FULL)).hasMessageContaining("room").hasMessageContaining("HF_HUB_CACHE");
        assertThat(bench.hub.seen(Stage.STORAGE)).isEmpty();
        assertThat(bench.incomplete()).hasSize(50_000);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatFillsUpMidwayIsSaid() throws Exception {
        Files.createDirectories(bench.incomplete().getParent());
        Files.createSymbolicLink(bench.incomplete(), Path.of("/dev/full"));
        bench.room = path -> Long.MAX_VALUE;

        assertThat(fails(Reason.DISK_FULL)).hasMessageContaining("is full").hasMessageContaining("goes on");
    }

    @Test
    void aCacheThatCanNotBeWrittenIsSaid() throws Exception {
        Files.createDirectories(bench.cache);
        Files.writeString(bench.folder(), "a file where the folder should be");

        DownloadFailure failure = catchThrowableOfType(() -> bench.fetch(weights()), DownloadFailure.class);

        assertThat(failure.reason()).isEqualTo(Reason.UNWRITABLE);
        assertThat(failure).hasMessageContaining("HF_HUB_CACHE");
    }

    @Test
    void nobodyAtTheAddressIsSaid() {
        bench.attempts = 2;
        bench.hub.close();

        assertThat(fails(Reason.UNREACHABLE)).hasMessageContaining("can't be reached");
    }
}
