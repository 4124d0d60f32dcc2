package app.earmark.modelhub.download;

import app.earmark.modelhub.download.DownloadFailure.Reason;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One attempt at the rest of a file: asks for what is missing, appends what arrives, and stops at the first thing that
 * does not fit. What was written stays, for the next attempt.
 *
 * @param address on the hub, which leads to a freshly signed address each time
 * @param sizeBytes of the whole file; absent if the hub did not say
 * @param partial the half file; need not exist
 * @param what the file, for sentences
 */
record Transfer(
        HubSettings settings,
        HubConnection connection,
        DiskRoom room,
        RepositoryId repository,
        URI address,
        OptionalLong sizeBytes,
        Path partial,
        String what) {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /**
     * @param written told how many bytes of the file are there, now and then
     * @throws PassingFault if another attempt may get further
     */
    void run(LongConsumer written, Progress progress) throws PassingFault, DownloadFailure, CancelledWork, IOException {
        long have = Files.exists(partial) ? Files.size(partial) : 0;
        if (sizeBytes.isPresent() && have > sizeBytes.getAsLong()) {
            Files.delete(partial);
            have = 0;
        }
        written.accept(have);
        if (sizeBytes.isPresent() && have == sizeBytes.getAsLong()) {
            createIfEmpty();
            return;
        }
        if (sizeBytes.isPresent()) {
            room.require(partial.getParent(), sizeBytes.getAsLong() - have, what);
        }
        Map<String, String> range = have > 0 ? Map.of("Range", "bytes=" + have + "-") : Map.of();
        try (Reply reply = connection.get(address, range, progress)) {
            long start = start(reply, have);
            checkLength(reply, start);
            write(reply, start, written, progress);
        }
    }

    private void createIfEmpty() throws IOException {
        if (!Files.exists(partial)) {
            Files.createFile(partial);
        }
    }

    /** Where in the file the answer begins. */
    private long start(Reply reply, long have) throws PassingFault, DownloadFailure, IOException {
        if (reply.status() == 416) {
            Files.deleteIfExists(partial);
            throw new PassingFault(
                    Reason.BAD_ANSWER, reply.host() + " does not know the rest of " + what + "; try again.", null);
        }
        if (!reply.isOk()) {
            throw refusal(reply);
        }
        if (reply.isWebPage() && !what.contains(".htm")) {
            throw new DownloadFailure(
                    Reason.WRONG_CONTENT,
                    reply.host() + " answered with a web page in place of " + what
                            + "; if this network wants a sign-in, open a browser, sign in, and try again.");
        }
        if (reply.status() != 206) {
            return 0;
        }
        Matcher range = CONTENT_RANGE.matcher(reply.header("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != have) {
            throw new PassingFault(
                    Reason.BAD_ANSWER, reply.host() + " sends another part of " + what + " than asked for.", null);
        }
        String total = range.group(3);
        if (sizeBytes.isPresent() && !total.equals("*") && Long.parseLong(total) != sizeBytes.getAsLong()) {
            throw changed();
        }
        return have;
    }

    private DownloadFailure refusal(Reply reply) throws PassingFault {
        if (HubSettings.sameOrigin(reply.uri(), settings.endpoint()) || reply.status() >= 500) {
            return Refusal.of(reply, repository, what);
        }
        throw new PassingFault(
                Reason.UNREACHABLE,
                reply.host() + ", where the hub keeps " + what + ", does not give it out (" + reply.status()
                        + "); try again later.",
                null,
                Refusal.askedToWait(reply));
    }

    private DownloadFailure changed() {
        return new DownloadFailure(
                Reason.WRONG_CONTENT,
                "The server's " + what + " changed while it was being downloaded; nothing of it is used. Try again.");
    }

    private void checkLength(Reply reply, long start) throws DownloadFailure {
        OptionalLong announced = reply.number("Content-Length");
        if (sizeBytes.isPresent() && announced.isPresent() && start + announced.getAsLong() != sizeBytes.getAsLong()) {
            throw new DownloadFailure(
                    Reason.WRONG_CONTENT,
                    reply.host() + " announces " + (start + announced.getAsLong()) + " bytes for " + what
                            + ", which has " + sizeBytes.getAsLong() + "; nothing of it is used. Try again later.");
        }
    }

    private void write(Reply reply, long start, LongConsumer written, Progress progress)
            throws PassingFault, DownloadFailure, CancelledWork, IOException {
        long at = start;
        try (FileChannel file = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            truncate(file, start);
            for (List<ByteBuffer> bytes = next(reply, progress); !bytes.isEmpty(); bytes = next(reply, progress)) {
                for (ByteBuffer buffer : bytes) {
                    at += buffer.remaining();
                    if (sizeBytes.isPresent() && at > sizeBytes.getAsLong()) {
                        throw tooMuch(reply);
                    }
                    append(file, buffer);
                }
                written.accept(at);
            }
        }
        if (sizeBytes.isPresent() && at < sizeBytes.getAsLong()) {
            throw cut(reply, null);
        }
    }

    private DownloadFailure tooMuch(Reply reply) throws IOException {
        Files.deleteIfExists(partial);
        return new DownloadFailure(
                Reason.WRONG_CONTENT,
                reply.host() + " sends more than the " + sizeBytes.getAsLong() + " bytes of " + what
                        + "; nothing of it is used. Try again.");
    }

    private static void truncate(FileChannel file, long size) throws IOException {
        file.truncate(size);
        file.position(size);
    }

    private void append(FileChannel file, ByteBuffer buffer) throws DownloadFailure {
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw room.explain(e, partial);
        }
    }

    private List<ByteBuffer> next(Reply reply, Progress progress) throws PassingFault, CancelledWork {
        try {
            return reply.body().next(settings.stall(), progress);
        } catch (TimeoutException e) {
            throw HubConnection.stalled(reply.uri(), e);
        } catch (IOException e) {
            throw cut(reply, e);
        }
    }

    private PassingFault cut(Reply reply, IOException cause) {
        return HubConnection.broken(reply.host(), cause);
    }
}
