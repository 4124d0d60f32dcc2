package app.earmark.modelhub.download;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the variables that all programs using the hub share, as huggingface_hub does: {@code HF_ENDPOINT}, {@code
 * HF_TOKEN}, {@code HF_TOKEN_PATH}, {@code HF_HUB_DISABLE_IMPLICIT_TOKEN}, {@code HF_HOME}, {@code HF_HUB_CACHE}, {@code
 * HF_HUB_OFFLINE}, {@code HF_HUB_DOWNLOAD_TIMEOUT} and their older names; and those of proxies.
 *
 * @see <a href="https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables">the hub's list</a>
 */
public final class HubEnvironment {

    private static final String DEFAULT_ENDPOINT = "https://huggingface.co";
    private static final Duration DEFAULT_STALL = Duration.ofSeconds(30);
    private static final Set<String> YES = Set.of("1", "on", "yes", "true");

    private final Map<String, String> variables;
    private final Path userHome;

    public HubEnvironment(Map<String, String> variables, Path userHome) {
        this.variables = variables;
        this.userHome = userHome;
    }

    public static HubEnvironment ofThisMachine() {
        return new HubEnvironment(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * @throws DownloadFailure if a variable makes no sense
     */
    public HubSettings settings() throws DownloadFailure {
        return new HubSettings(
                endpoint(),
                token(),
                cache(),
                isYes("HF_HUB_OFFLINE") || isYes("TRANSFORMERS_OFFLINE"),
                stall(),
                new EnvironmentProxies(variables),
                RetryPolicy.STANDARD);
    }

    /** The cache alone, which needs no other variable to make sense. */
    public Path cache() {
        return path("HF_HUB_CACHE").or(() -> path("HUGGINGFACE_HUB_CACHE")).orElseGet(() -> home().resolve("hub"));
    }

    private Path home() {
        return path("HF_HOME").orElseGet(() -> path("XDG_CACHE_HOME")
                .orElseGet(() -> userHome.resolve(".cache"))
                .resolve("huggingface"));
    }

    private URI endpoint() throws DownloadFailure {
        String text = text("HF_ENDPOINT").orElse(DEFAULT_ENDPOINT).replaceAll("/+$", "");
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            // Said below.
        }
        throw new DownloadFailure(
                DownloadFailure.Reason.BAD_ANSWER,
                "HF_ENDPOINT should be an address such as " + DEFAULT_ENDPOINT + ", but it is \"" + text + "\".");
    }

    private Optional<AccessToken> token() {
        Optional<String> named = text("HF_TOKEN").or(() -> text("HUGGING_FACE_HUB_TOKEN"));
        if (named.isPresent()) {
            return named.map(AccessToken::new);
        }
        if (isYes("HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
            return Optional.empty();
        }
        Path file = path("HF_TOKEN_PATH").orElseGet(() -> home().resolve("token"));
        try {
            return Optional.of(Files.readString(file).strip())
                    .filter(text -> !text.isEmpty())
                    .map(AccessToken::new);
        } catch (IOException nobodySignedIn) {
            return Optional.empty();
        }
    }

    private Duration stall() {
        try {
            return text("HF_HUB_DOWNLOAD_TIMEOUT")
                    .map(Integer::parseInt)
                    .filter(seconds -> seconds > 0)
                    .map(Duration::ofSeconds)
                    .orElse(DEFAULT_STALL);
        } catch (NumberFormatException notSeconds) {
            return DEFAULT_STALL;
        }
    }

    private Optional<Path> path(String name) {
        return text(name)
                .map(text -> text.equals("~") || text.startsWith("~/")
                        ? userHome.resolve(text.substring(Math.min(2, text.length())))
                        : Path.of(text).toAbsolutePath().normalize());
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private boolean isYes(String name) {
        return text(name)
                .map(text -> YES.contains(text.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }
}
