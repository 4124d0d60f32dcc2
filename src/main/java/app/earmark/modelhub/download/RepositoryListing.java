package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/**
 * What is in a repository.
 *
 * @param commit the revision's commit now, 40 hex digits
 * @param paths in name order
 */
public record RepositoryListing(String commit, Set<String> paths) {

    private static final int MOST_BYTES = 16 << 20;

    static RepositoryListing ask(
            HubSettings settings,
            HubConnection connection,
            RepositoryId repository,
            Revision revision,
            Progress progress)
            throws PassingFault, DownloadFailure, CancelledWork {
        String name = revision.name().replace("/", "%2F");
        URI uri = URI.create(settings.endpoint() + "/api/models/" + repository + "/revision/" + name);
        String what = "list of files of " + repository;
        try (Reply reply = connection.get(uri, Map.of("Accept", "application/json"), progress)) {
            if (!reply.isOk()) {
                throw Refusal.of(reply, repository, what);
            }
            return parse(text(settings, reply, progress));
        } catch (IOException | TimeoutException e) {
            throw HubConnection.stalled(uri, e);
        } catch (RuntimeException e) {
            throw new DownloadFailure(
                    Reason.WRONG_CONTENT,
                    uri.getHost() + " did not answer as the hub does when asked for the " + what
                            + "; if this network wants a sign-in, open a browser, sign in, and try again.",
                    e);
        }
    }

    private static String text(HubSettings settings, Reply reply, Progress progress)
            throws IOException, TimeoutException, CancelledWork {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (List<ByteBuffer> bytes = reply.body().next(settings.stall(), progress);
                !bytes.isEmpty() && text.size() < MOST_BYTES;
                bytes = reply.body().next(settings.stall(), progress)) {
            for (ByteBuffer buffer : bytes) {
                byte[] copy = new byte[buffer.remaining()];
                buffer.get(copy);
                text.writeBytes(copy);
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static RepositoryListing parse(String json) {
        JsonObject root = JsonParser.parseString(json).getAsJsonObject();
        Set<String> paths = new TreeSet<>();
        for (JsonElement sibling : root.getAsJsonArray("siblings")) {
            paths.add(sibling.getAsJsonObject().get("rfilename").getAsString());
        }
        String commit = root.get("sha").getAsString();
        if (!new Revision(commit).isCommit()) {
            throw new IllegalArgumentException("not a commit: " + commit);
        }
        return new RepositoryListing(commit, paths);
    }
}
