package app.earmark.renaming;

import app.earmark.library.ClipId;
import app.earmark.renaming.MoveGroup.Step;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The batch that is being carried out, on disk: a line of JSON for the batch, one for each group, one that says that the plan is whole;
 * then one for each step of a group of several, and one for each group that came to an end. The plan is synced to the disk before the first file is touched. A file
 * without the line that completes the plan belongs to a batch that never began.
 */
final class BatchFile implements AutoCloseable {

    private static final int VERSION = 1;

    private final FileChannel channel;

    private BatchFile(FileChannel channel) {
        this.channel = channel;
    }

    /** How a group ended. */
    enum End {
        DONE,
        LEFT
    }

    static BatchFile begin(Path file, Batch batch) throws IOException {
        StringBuilder plan = new StringBuilder();
        JsonObject head = new JsonObject();
        head.addProperty("version", VERSION);
        head.addProperty("purpose", batch.purpose().name());
        head.addProperty("title", batch.title());
        head.addProperty("oldNames", batch.oldNames());
        plan.append(head).append('\n');
        batch.groups().forEach(group -> plan.append(json(group)).append('\n'));
        plan.append("{\"groups\":").append(batch.groups().size()).append("}\n");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            write(channel, plan.toString());
            channel.force(true);
            return new BatchFile(channel);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static BatchFile goOn(Path file) throws IOException {
        BatchFile opened = new BatchFile(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        write(opened.channel, "\n"); // behind a line that was cut off
        return opened;
    }

    /** Empty if the batch never began. */
    static Optional<BatchState> read(Path file) throws IOException {
        List<JsonObject> lines = new ArrayList<>();
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            parsed(line).ifPresent(lines::add);
        }
        int end = 0;
        while (end < lines.size() && !lines.get(end).has("groups")) {
            end++;
        }
        if (end == lines.size() || end == 0 || lines.get(end).get("groups").getAsInt() != end - 1) {
            return Optional.empty();
        }
        JsonObject head = lines.get(0);
        if (head.get("version").getAsInt() > VERSION) {
            throw new IOException("it was written by a newer Earmark");
        }
        List<MoveGroup> groups =
                lines.subList(1, end).stream().map(BatchFile::group).toList();
        Map<Integer, End> ends = new HashMap<>();
        Map<Integer, Integer> steps = new HashMap<>();
        for (JsonObject line : lines.subList(end + 1, lines.size())) {
            int group = line.get("group").getAsInt();
            if (line.has("end")) {
                ends.put(group, End.valueOf(line.get("end").getAsString()));
            } else {
                ends.remove(group); // it is being put back
                steps.put(group, line.get("step").getAsInt());
            }
        }
        return Optional.of(new BatchState(
                new Batch(
                        Batch.Purpose.valueOf(head.get("purpose").getAsString()),
                        head.get("title").getAsString(),
                        head.get("oldNames").getAsBoolean(),
                        groups),
                ends,
                steps));
    }

    /**
     * Writes down how many steps of a group were taken.
     *
     * @param sync whether to wait for the disk: in a ring, names alone don't tell the end from the beginning
     */
    void taken(int group, int steps, boolean sync) throws IOException {
        write(channel, "{\"group\":" + group + ",\"step\":" + steps + "}\n");
        if (sync) {
            channel.force(false);
        }
    }

    void ended(int group, End end) throws IOException {
        write(channel, "{\"group\":" + group + ",\"end\":\"" + end + "\"}\n");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<JsonObject> parsed(String line) {
        try {
            JsonElement element = JsonParser.parseString(line);
            return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty(); // cut off by the crash
        }
    }

    private static JsonObject json(MoveGroup group) {
        JsonArray moves = new JsonArray();
        group.moves().forEach(move -> {
            JsonObject one = new JsonObject();
            move.clip().ifPresent(clip -> one.addProperty("clip", clip.value()));
            one.addProperty("from", move.from().toString());
            one.addProperty("to", move.to().toString());
            moves.add(one);
        });
        JsonArray steps = new JsonArray();
        group.steps().forEach(step -> {
            JsonArray pair = new JsonArray();
            pair.add(step.from().toString());
            pair.add(step.to().toString());
            steps.add(pair);
        });
        JsonObject object = new JsonObject();
        object.add("moves", moves);
        object.add("steps", steps);
        return object;
    }

    private static MoveGroup group(JsonObject object) {
        List<FileMove> moves = new ArrayList<>();
        for (JsonElement element : object.getAsJsonArray("moves")) {
            JsonObject move = element.getAsJsonObject();
            moves.add(new FileMove(
                    Optional.ofNullable(move.get("clip")).map(id -> new ClipId(id.getAsLong())),
                    Path.of(move.get("from").getAsString()),
                    Path.of(move.get("to").getAsString())));
        }
        List<Step> steps = new ArrayList<>();
        for (JsonElement element : object.getAsJsonArray("steps")) {
            JsonArray pair = element.getAsJsonArray();
            steps.add(new Step(
                    Path.of(pair.get(0).getAsString()), Path.of(pair.get(1).getAsString())));
        }
        return new MoveGroup(moves, steps);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
