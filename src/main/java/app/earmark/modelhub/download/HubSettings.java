package app.earmark.modelhub.download;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the hub is and how to talk to it.
 *
 * @param endpoint without a slash at its end; redirects, signed addresses and credentials are judged against it
 * @param token sent to the endpoint's own host alone
 * @param cache the folder that programs share, such as {@code ~/.cache/huggingface/hub}
 * @param offline only what is in the cache may be used
 * @param stall longest wait for the next bytes
 */
public record HubSettings(
        URI endpoint,
        Optional<AccessToken> token,
        Path cache,
        boolean offline,
        Duration stall,
        EnvironmentProxies proxies,
        RetryPolicy retries) {

    void refuseIfOffline(String what) throws DownloadFailure {
        if (offline) {
            throw new DownloadFailure(
                    DownloadFailure.Reason.OFFLINE,
                    "HF_HUB_OFFLINE is set, and " + what + " is not in " + cache + "; unset it to use the network.");
        }
    }

    /** Whether both addresses are served by the same scheme, host and port. */
    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
