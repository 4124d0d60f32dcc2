package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks the hub what a file is. The commit and a large file's digest and size are on the hub's own first answer, often a
 * redirect; the server it leads to has an {@code ETag} of its own that means nothing here. Small files lead to another
 * path of the hub, whose {@code ETag} counts.
 */
final class FileResolver {

    private static final int MOST_REDIRECTS = 6;

    private final HubSettings settings;
    private final HubConnection connection;

    FileResolver(HubSettings settings, HubConnection connection) {
        this.settings = settings;
        this.connection = connection;
    }

    /** Where the file's content is asked for; leads to a signed address that expires. */
    URI address(RepositoryId repository, Revision revision, WantedFile file) {
        String branch = revision.name().replace("/", "%2F");
        return URI.create(settings.endpoint() + "/" + repository + "/resolve/" + branch + "/" + file.path());
    }

    ResolvedFile resolve(RepositoryId repository, Revision revision, WantedFile file, Progress progress)
            throws PassingFault, DownloadFailure, CancelledWork {
        String what = file.path() + " of " + repository;
        URI at = address(repository, revision, file);
        Optional<String> commit = Optional.empty();
        Optional<String> linkedEtag = Optional.empty();
        OptionalLong linkedSize = OptionalLong.empty();
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            try (Reply reply = connection.send("HEAD", at, Map.of(), progress)) {
                commit = commit.or(() -> reply.header("X-Repo-Commit"));
                linkedEtag = linkedEtag.or(() -> reply.header("X-Linked-Etag"));
                linkedSize = linkedSize.isPresent() ? linkedSize : reply.number("X-Linked-Size");
                Optional<URI> next = reply.redirect();
                boolean toStorage = next.isPresent() && !reply.redirectsToPath() && commit.isPresent();
                if (next.isPresent() && !toStorage) {
                    at = HubConnection.refuseDowngrade(at, next.get());
                    continue;
                }
                if (!toStorage && !reply.isOk()) {
                    throw Refusal.of(reply, repository, what);
                }
                if (commit.isEmpty()) {
                    throw notTheHub(reply, what);
                }
                OptionalLong size = linkedSize.isPresent() || toStorage ? linkedSize : reply.number("Content-Length");
                String etag = linkedEtag
                        .or(() -> reply.header("ETag"))
                        .map(FileResolver::bare)
                        .filter(text -> text.matches("[A-Za-z0-9._-]{8,200}"))
                        .orElseThrow(() -> new DownloadFailure(
                                Reason.BAD_ANSWER, "The hub does not say what " + what + " is; try again later."));
                return checked(revision, new ResolvedFile(commit.get(), etag, size), what);
            }
        }
        throw HubConnection.endlessRedirects(at);
    }

    private static ResolvedFile checked(Revision revision, ResolvedFile resolved, String what) throws DownloadFailure {
        boolean commit = resolved.commit().matches("[0-9a-f]{40}");
        if (!commit || revision.isCommit() && !revision.name().equals(resolved.commit())) {
            throw new DownloadFailure(
                    Reason.WRONG_CONTENT,
                    "The hub answered with another revision than the one asked for (" + what + "); nothing is used.");
        }
        return resolved;
    }

    private static DownloadFailure notTheHub(Reply reply, String what) {
        String answer = reply.isWebPage() ? " answered with a web page" : " did not answer as the hub does";
        return new DownloadFailure(
                Reason.WRONG_CONTENT,
                reply.host() + answer + " when asked for " + what
                        + "; if this network wants a sign-in, open a browser, sign in, and try again.");
    }

    /** Without quotes and the mark of a weak tag. */
    private static String bare(String etag) {
        return etag.strip().replaceFirst("^W/", "").replace("\"", "");
    }
}
