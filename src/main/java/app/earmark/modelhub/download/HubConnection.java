package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends requests. Redirects are followed here, by hand: the hub's headers are on the first answer, and credentials must
 * not follow to another server.
 */
final class HubConnection {

    private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long SLICE_MILLIS = 100;
    private static final int MOST_REDIRECTS = 6;

    private final HubSettings settings;
    private final HttpClient client;

    HubConnection(HubSettings settings) {
        this.settings = settings;
        // No Authenticator: with one, the client drops our Authorization header and chokes on the hub's bare 401.
        client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(settings.proxies())
                .build();
    }

    static {
        // Java refuses a password to a proxy in front of https unless this is set before its client is first used.
        if (System.getProperty(TUNNEL_SCHEMES) == null) {
            System.setProperty(TUNNEL_SCHEMES, "");
        }
    }

    /** Sends a request and returns the answer, whatever its status; redirects are not followed. */
    Reply send(String method, URI uri, Map<String, String> headers, Progress progress)
            throws PassingFault, DownloadFailure, CancelledWork {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.noBody())
                .setHeader("User-Agent", "earmark")
                .setHeader("Accept-Encoding", "identity");
        headers.forEach(request::setHeader);
        if (HubSettings.sameOrigin(uri, settings.endpoint())) {
            settings.token().ifPresent(token -> request.setHeader("Authorization", "Bearer " + token.value()));
        }
        settings.proxies().login(uri).ifPresent(login -> request.setHeader("Proxy-Authorization", login));
        BodyStream body = new BodyStream();
        HttpResponse<BodyStream> response = await(uri, client.sendAsync(request.build(), info -> body), body, progress);
        return new Reply(uri, response.statusCode(), response.headers()::firstValue, body);
    }

    /** Sends a GET and follows redirects to the end. */
    Reply get(URI uri, Map<String, String> headers, Progress progress)
            throws PassingFault, DownloadFailure, CancelledWork {
        URI at = uri;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Reply reply = send("GET", at, headers, progress);
            if (reply.redirect().isEmpty()) {
                return reply;
            }
            reply.close();
            at = refuseDowngrade(at, reply.redirect().get());
        }
        throw endlessRedirects(uri);
    }

    static URI refuseDowngrade(URI from, URI to) throws DownloadFailure {
        boolean web = to.getScheme().matches("(?i)https?");
        if (!web || from.getScheme().equalsIgnoreCase("https") && to.getScheme().equalsIgnoreCase("http")) {
            throw new DownloadFailure(
                    Reason.BAD_ANSWER,
                    from.getHost() + " sends on to an unprotected address at " + to.getHost()
                            + ", which is refused; check the network you are in.");
        }
        return to;
    }

    static DownloadFailure endlessRedirects(URI uri) {
        return new DownloadFailure(
                Reason.BAD_ANSWER, uri.getHost() + " sends from one address to the next without end; try again later.");
    }

    private HttpResponse<BodyStream> await(
            URI uri, CompletableFuture<HttpResponse<BodyStream>> response, BodyStream body, Progress progress)
            throws PassingFault, DownloadFailure, CancelledWork {
        long deadline = System.nanoTime() + settings.stall().toNanos();
        try {
            while (true) {
                progress.throwIfCancelled();
                try {
                    return response.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (System.nanoTime() > deadline) {
                        throw stalled(uri, e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledWork();
        } catch (ExecutionException e) {
            throw unreachable(uri, e.getCause());
        } finally {
            if (!response.isDone()) {
                response.cancel(true);
                body.close();
            }
        }
    }

    static PassingFault stalled(URI uri, Throwable cause) {
        return new PassingFault(
                Reason.UNREACHABLE,
                uri.getHost() + " stopped sending; the same command goes on from where it stopped.",
                cause);
    }

    private PassingFault unreachable(URI uri, Throwable cause) throws DownloadFailure {
        if (cause instanceof SSLException) {
            throw new DownloadFailure(
                    Reason.UNREACHABLE,
                    "The connection to " + uri.getHost() + " is not safe (" + cause.getMessage()
                            + "); check the computer's clock and the network you are in.",
                    cause);
        }
        if (endsEarly(cause)) {
            return broken(uri.getHost(), cause);
        }
        return new PassingFault(
                Reason.UNREACHABLE,
                uri.getHost() + " can't be reached; check the connection, and HTTPS_PROXY if you need a proxy.",
                cause instanceof IOException ? cause : new IOException(cause));
    }

    /** Whether there was a connection: the client tells so of an answer that ended as it began, and not of one it never got to. */
    private static boolean endsEarly(Throwable cause) {
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (c instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    static PassingFault broken(String host, Throwable cause) {
        return new PassingFault(
                Reason.UNREACHABLE,
                "The connection to " + host + " breaks off; the same command goes on from where it stopped.",
                cause);
    }
}
