package app.earmark.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * The one place that turns results into JSON. A {@code null} in a record is written as {@code null}; an empty {@link
 * OptionalDouble} is left out altogether.
 */
final class Json {

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .registerTypeHierarchyAdapter(Path.class, new PathText())
            .registerTypeAdapter(OptionalDouble.class, new OptionalNumber())
            .create();

    private Json() {}

    static String text(Object value) {
        return GSON.toJson(value);
    }

    /** Writes part of a document that is being streamed. */
    static void write(Object value, JsonWriter writer) {
        GSON.toJson(value, value.getClass(), writer);
    }

    /** A writer for results too large to be held at once; flush it at the end. */
    static JsonWriter stream(Console console) {
        Writer text = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), 1 << 16);
        JsonWriter writer = new JsonWriter(text);
        writer.setSerializeNulls(true);
        writer.setHtmlSafe(false);
        return writer;
    }

    private static final class PathText extends TypeAdapter<Path> {
        @Override
        public void write(JsonWriter out, Path value) throws IOException {
            out.value(value == null ? null : value.toString());
        }

        @Override
        public Path read(JsonReader in) throws IOException {
            return Path.of(in.nextString());
        }
    }

    private static final class OptionalNumber extends TypeAdapter<OptionalDouble> {
        @Override
        public void write(JsonWriter out, OptionalDouble value) throws IOException {
            if (value.isPresent()) {
                out.value(value.getAsDouble());
                return;
            }
            boolean nulls = out.getSerializeNulls();
            out.setSerializeNulls(false);
            out.nullValue();
            out.setSerializeNulls(nulls);
        }

        @Override
        public OptionalDouble read(JsonReader in) throws IOException {
            return OptionalDouble.of(in.nextDouble());
        }
    }
}
