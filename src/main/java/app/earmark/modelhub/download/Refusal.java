package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer other than success means, in a sentence; some mean only that one should try again. */
final class Refusal {

    private static final Pattern SECONDS_LEFT = Pattern.compile("t=(\\d{1,6})");

    private Refusal() {}

    /**
     * @param reply of the hub itself
     * @param what was asked for, such as {@code config.json of laion/clap-htsat-fused}
     * @throws PassingFault if another attempt may succeed
     */
    static DownloadFailure of(Reply reply, RepositoryId repository, String what) throws PassingFault {
        String code = reply.header("X-Error-Code").orElse("");
        switch (reply.status()) {
            case 401:
                return new DownloadFailure(
                        Reason.NOT_ALLOWED,
                        "The hub shows " + repository + " to nobody who is not signed in, or has no such model; check"
                                + " the name, or set HF_TOKEN to your access token.");
            case 403:
                return new DownloadFailure(
                        Reason.NOT_ALLOWED,
                        code.equals("GatedRepo")
                                ? "The owner of " + repository + " wants you to agree to terms; do so on its page at "
                                        + reply.host() + ", then set HF_TOKEN to your access token."
                                : "The hub does not give " + what + " to this account; check HF_TOKEN.");
            case 404:
                return new DownloadFailure(Reason.NOT_FOUND, notFound(code, repository, what));
            case 408:
                throw new PassingFault(Reason.UNREACHABLE, reply.host() + " waited too long; try again.", null);
            case 429:
                throw new PassingFault(Reason.BUSY, busy(reply), null, askedToWait(reply));
            default:
                if (reply.status() >= 500) {
                    throw new PassingFault(
                            Reason.UNREACHABLE,
                            reply.host() + " has trouble of its own (" + reply.status() + "); try again later.",
                            null,
                            askedToWait(reply));
                }
                return new DownloadFailure(
                        Reason.BAD_ANSWER,
                        reply.host() + " answers " + reply.status() + " when asked for " + what
                                + "; check HF_ENDPOINT, and the network you are in.");
        }
    }

    private static String notFound(String code, RepositoryId repository, String what) {
        return switch (code) {
            case "RepoNotFound" -> "The hub has no model " + repository + "; check the name.";
            case "RevisionNotFound" -> "The hub has no such revision of " + repository + "; check it.";
            default -> "The hub has no " + what + ".";
        };
    }

    private static String busy(Reply reply) {
        return reply.host() + " wants fewer requests for now"
                + askedToWait(reply)
                        .map(wait -> "; try again in " + Math.max(1, wait.toSeconds() / 60) + " min.")
                        .orElse("; try again later, or set HF_TOKEN.");
    }

    /** {@code Retry-After} as seconds or as a date, or the hub's own {@code RateLimit: …;t=seconds}. */
    static Optional<Duration> askedToWait(Reply reply) {
        Optional<String> after = reply.header("Retry-After").map(String::strip);
        if (after.isEmpty()) {
            return reply.header("RateLimit")
                    .map(SECONDS_LEFT::matcher)
                    .filter(Matcher::find)
                    .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
        }
        if (after.get().matches("\\d{1,9}")) {
            return after.map(Long::parseLong).map(Duration::ofSeconds);
        }
        try {
            Instant until = ZonedDateTime.parse(after.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
