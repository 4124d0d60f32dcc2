package app.earmark.modelhub.download;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A server's answer; close it to let go of its connection.
 *
 * @param headers first value by name
 */
record Reply(URI uri, int status, Function<String, Optional<String>> headers, BodyStream body)
        implements AutoCloseable {

    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    Optional<String> header(String name) {
        return headers.apply(name);
    }

    OptionalLong number(String name) {
        return header(name).map(String::strip).filter(text -> text.matches("\\d{1,18}")).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** Where the answer sends to, if it is a redirect that names a place. */
    Optional<URI> redirect() {
        if (!REDIRECTS.contains(status)) {
            return Optional.empty();
        }
        try {
            return header("Location").map(uri::resolve).filter(target -> target.getHost() != null);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether the redirect names a path on the same server rather than a whole address. */
    boolean redirectsToPath() {
        return header("Location")
                .map(text -> text.startsWith("/") && !text.startsWith("//"))
                .orElse(false);
    }

    boolean isWebPage() {
        return header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .orElse(false);
    }

    String host() {
        return uri.getHost();
    }

    @Override
    public void close() {
        body.close();
    }
}
