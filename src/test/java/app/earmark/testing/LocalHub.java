package app.earmark.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Speaks the hub's protocol on this machine: the hub itself on {@code 127.0.0.1}, and the storage that large files are
 * redirected to on another host, {@code localhost}. Faults are injected in front of its answers.
 */
public final class LocalHub implements AutoCloseable {

    /** Which answers a fault stands in front of. */
    public enum Stage {
        /** The hub's answer to what a file is. */
        ASK,
        /** The hub's answer when the content is wanted. */
        GET,
        /** The hub's own answer with a small content. */
        SMALL,
        /** The storage's answer with a large content. */
        STORAGE,
        /** The list of files. */
        LIST
    }

    /** A request as it arrived. */
    public record Seen(Stage stage, String method, String path, Map<String, String> headers) {}

    /** Answers in place of the hub; false to let the hub answer after all, perhaps with headers added. */
    @FunctionalInterface
    public interface Fault {
        boolean answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    private record Injected(Stage stage, int[] times, Fault fault) {}

    private final HttpServer hub;
    private final HttpServer storage;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Map<String, byte[]>> repositories = new ConcurrentHashMap<>();
    private final Map<String, String> commits = new ConcurrentHashMap<>();
    private final List<Injected> faults = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private int signatures;

    public LocalHub() {
        try {
            hub = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            storage = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hub.setExecutor(threads);
        storage.setExecutor(threads);
        hub.createContext("/", this::answerAsHub);
        storage.createContext("/", this::answerAsStorage);
        hub.start();
        storage.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
    }

    public String storageHost() {
        return "localhost";
    }

    /** Adds or replaces a file; paths that end in .onnx, .safetensors or .bin are kept in the storage. */
    public LocalHub with(String repository, String commit, String path, byte[] content) {
        repositories.computeIfAbsent(repository, r -> new ConcurrentHashMap<>()).put(path, content);
        commits.put(repository, commit);
        return this;
    }

    /** Puts a fault in front of the next answers of a stage. */
    public LocalHub fault(Stage stage, int times, Fault fault) {
        faults.add(new Injected(stage, new int[] {times}, fault));
        return this;
    }

    /** Keeps a connection open without sending anything, until the hub is closed. */
    public void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<Seen> seen(Stage stage) {
        return seen.stream().filter(request -> request.stage() == stage).collect(Collectors.toList());
    }

    public void forgetSeen() {
        seen.clear();
    }

    private void answerAsHub(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.startsWith("/api/models/")) {
                list(exchange, path.substring("/api/models/".length()));
            } else if (path.startsWith("/api/resolve-cache/models/")) {
                String[] parts =
                        path.substring("/api/resolve-cache/models/".length()).split("/", 4);
                small(exchange, parts[0] + "/" + parts[1], parts[3]);
            } else {
                String[] parts = path.substring(1).split("/", 5);
                resolve(exchange, parts[0] + "/" + parts[1], parts[3], parts[4]);
            }
        }
    }

    private void list(HttpExchange exchange, String rest) throws IOException {
        String[] parts = rest.split("/", 4);
        String repository = parts[0] + "/" + parts[1];
        if (answeredByFault(Stage.LIST, exchange, new byte[0])) {
            return;
        }
        Map<String, byte[]> files = repositories.get(repository);
        if (files == null) {
            refuse(exchange, 401, "RepoNotFound");
            return;
        }
        String siblings = new TreeMap<>(files)
                .keySet().stream()
                        .map(path -> "{\"rfilename\":\"" + path + "\"}")
                        .collect(Collectors.joining(","));
        String json = "{\"id\":\"" + repository + "\",\"sha\":\"" + commits.get(repository) + "\",\"siblings\":["
                + siblings + "]}";
        send(exchange, 200, json.getBytes(StandardCharsets.UTF_8));
    }

    private void resolve(HttpExchange exchange, String repository, String revision, String path) throws IOException {
        byte[] content = repositories.getOrDefault(repository, Map.of()).get(path);
        Stage stage = exchange.getRequestMethod().equals("HEAD") ? Stage.ASK : Stage.GET;
        if (answeredByFault(stage, exchange, content)) {
            return;
        }
        String commit = commits.get(repository);
        if (commit == null) {
            refuse(exchange, 401, "RepoNotFound");
            return;
        }
        if (!revision.equals(commit) && !revision.equals("main")) {
            refuse(exchange, 404, "RevisionNotFound");
            return;
        }
        if (content == null) {
            refuse(exchange, 404, "EntryNotFound");
            return;
        }
        exchange.getResponseHeaders().set("X-Repo-Commit", commit);
        if (path.matches(".*\\.(onnx|safetensors|bin)")) {
            String sha256 = hex("SHA-256", content);
            exchange.getResponseHeaders().set("X-Linked-Etag", "\"" + sha256 + "\"");
            exchange.getResponseHeaders().set("X-Linked-Size", Integer.toString(content.length));
            exchange.getResponseHeaders().set("ETag", "\"" + hex("SHA-1", content) + "\"");
            redirect(
                    exchange,
                    302,
                    "http://" + storageHost() + ":" + storage.getAddress().getPort() + "/" + repository + "/" + path
                            + "?signature=" + ++signatures);
        } else {
            redirect(exchange, 307, "/api/resolve-cache/models/" + repository + "/" + commit + "/" + path);
        }
    }

    private void small(HttpExchange exchange, String repository, String path) throws IOException {
        byte[] content = repositories.get(repository).get(path);
        exchange.getResponseHeaders().set("ETag", "\"" + gitSha1(content) + "\"");
        exchange.getResponseHeaders().set("X-Repo-Commit", commits.get(repository));
        if (!answeredByFault(Stage.SMALL, exchange, content)) {
            send(exchange, 200, content);
        }
    }

    private void answerAsStorage(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().substring(1).split("/", 3);
        byte[] content = repositories.get(parts[0] + "/" + parts[1]).get(parts[2]);
        exchange.getResponseHeaders()
                .set("ETag", "\"" + hex("SHA-256", "the storage's own".getBytes(StandardCharsets.UTF_8)) + "\"");
        try (exchange) {
            if (!answeredByFault(Stage.STORAGE, exchange, content)) {
                serve(exchange, content);
            }
        }
    }

    /** Sends a content, or the range of it that was asked for. */
    public static void serve(HttpExchange exchange, byte[] content) throws IOException {
        Optional<Integer> from = rangeStart(exchange);
        if (from.isEmpty()) {
            send(exchange, 200, content);
        } else if (from.get() >= content.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
        } else {
            contentRange(exchange, from.get(), content.length);
            byte[] rest = java.util.Arrays.copyOfRange(content, from.get(), content.length);
            send(exchange, 206, rest);
        }
    }

    /** Sends only so many bytes of what was asked for, then cuts the connection. */
    public static Fault cutAfter(int bytes) {
        return (exchange, content) -> {
            int from = rangeStart(exchange).orElse(0);
            if (from > 0) {
                contentRange(exchange, from, content.length);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            OutputStream out = exchange.getResponseBody();
            out.write(content, from, Math.min(bytes, content.length - from - 1));
            out.flush();
            return true;
        };
    }

    /** Sends only so many bytes, then nothing, with the connection open. */
    public Fault stallAfter(int bytes) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
            hang();
            return true;
        };
    }

    public static Fault status(int status, String... headers) {
        return (exchange, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            return true;
        };
    }

    /** What networks with a sign-in page answer to everything. */
    public static Fault webPage() {
        return (exchange, content) -> {
            byte[] page =
                    "<html><body>Welcome to the hotel. Please sign in.</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            send(exchange, 200, page);
            return true;
        };
    }

    public static Optional<Integer> rangeStart(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                .map(range -> Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")));
    }

    public static void contentRange(HttpExchange exchange, int from, int total) {
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (total - 1) + "/" + total);
    }

    public static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    private static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().set("X-Error-Code", code);
        exchange.sendResponseHeaders(status, -1);
    }

    private boolean answeredByFault(Stage stage, HttpExchange exchange, byte[] content) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        seen.add(new Seen(
                stage, exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers));
        for (Injected injected : faults) {
            if (injected.stage() == stage && injected.times()[0] > 0) {
                injected.times()[0]--;
                return injected.fault().answer(exchange, content);
            }
        }
        return false;
    }

    public static String sha256(byte[] content) {
        return hex("SHA-256", content);
    }

    public static String gitSha1(byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return hex("SHA-1", all);
    }

    private static String hex(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        hub.stop(0);
        storage.stop(0);
        threads.shutdownNow();
    }
}
