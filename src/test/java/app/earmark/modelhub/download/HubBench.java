package app.earmark.modelhub.download;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.testing.LocalHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A hub with one repository, a cache, and a download between them whose pauses are recorded rather than waited for. */
final class HubBench implements AutoCloseable {

    static final RepositoryId REPOSITORY = new RepositoryId("acme", "ears");
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final Revision PINNED = new Revision(COMMIT);
    static final byte[] CONFIG = "{\"model_type\": \"clap\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    static final byte[] WEIGHTS = noise(300_000);
    static final String ETAG = LocalHub.sha256(WEIGHTS);

    final LocalHub hub = new LocalHub();
    final List<Duration> pauses = new ArrayList<>();
    final Path cache;
    Optional<AccessToken> token = Optional.empty();
    boolean offline;
    EnvironmentProxies proxies = new EnvironmentProxies(Map.of());
    DiskRoom.Measure room = DiskRoom.OF_FILE_STORE;
    CacheFolder.Linker linker = Files::createSymbolicLink;
    int attempts = 4;

    HubBench(Path cache) {
        this.cache = cache;
        hub.with("acme/ears", COMMIT, "config.json", CONFIG)
                .with("acme/ears", COMMIT, "onnx/audio_model.onnx", WEIGHTS);
    }

    static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(3).nextBytes(noise);
        return noise;
    }

    static WantedFile weights() {
        return WantedFile.of("onnx/audio_model.onnx");
    }

    static WantedFile knownWeights() {
        return new WantedFile("onnx/audio_model.onnx", OptionalLong.of(WEIGHTS.length), Optional.of(ETAG));
    }

    HubDownload download() {
        RetryPolicy retries = new RetryPolicy(
                attempts, Duration.ofSeconds(1), Duration.ofMinutes(5), (wait, progress) -> pauses.add(wait));
        HubSettings settings =
                new HubSettings(hub.endpoint(), token, cache, offline, Duration.ofMillis(700), proxies, retries);
        return new HubDownload(settings, room, linker);
    }

    HubDownload.Fetched fetch(WantedFile... files) throws DownloadFailure, CancelledWork {
        return download().fetch(REPOSITORY, PINNED, List.of(files), Progress.NONE);
    }

    Path folder() {
        return cache.resolve("models--acme--ears");
    }

    Path blob() {
        return folder().resolve("blobs").resolve(ETAG);
    }

    Path incomplete() {
        return folder().resolve("blobs").resolve(ETAG + ".incomplete");
    }

    /** Lays the beginning of the weights where an earlier download would have left it. */
    void leaveBeginning(int bytes) {
        try {
            Files.createDirectories(incomplete().getParent());
            Files.write(incomplete(), Arrays.copyOf(WEIGHTS, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Relative path of every file and link in the repository's folder, with its size or target. */
    Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        if (!Files.exists(folder())) {
            return all;
        }
        try (Stream<Path> paths = Files.walk(folder())) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = folder().relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    all.put(
                            name,
                            "-> " + Files.readSymbolicLink(path).toString().replace('\\', '/'));
                } else if (Files.isRegularFile(path)) {
                    all.put(name, Long.toString(Files.size(path)));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
