package app.earmark.importing;

import app.earmark.export.CellList;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of JSON objects: an array of them, or one object a line. The headings, which come first, are all their keys. */
final class JsonLines implements SheetLines {

    private final Reader text;
    private final BufferedReader lines;
    private final JsonReader array;
    private final List<String> keys;
    private boolean headed;
    private long number;

    private JsonLines(Reader text, boolean oneALine, List<String> keys) throws IOException {
        this.text = text;
        this.keys = keys;
        lines = oneALine ? new BufferedReader(text) : null;
        array = oneALine ? null : new JsonReader(text);
        if (array != null) {
            array.setStrictness(Strictness.LENIENT);
            if (array.peek() == JsonToken.BEGIN_ARRAY) {
                array.beginArray();
            }
        }
    }

    /** Opens a text twice: once to learn which keys there are. */
    static JsonLines open(ReaderSource source, boolean oneALine) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        try (JsonLines first = new JsonLines(source.open(), oneALine, List.of())) {
            for (Map<String, String> row = first.object(new ArrayList<>());
                    row != null;
                    row = first.object(new ArrayList<>())) {
                keys.addAll(row.keySet());
            }
        }
        return new JsonLines(source.open(), oneALine, List.copyOf(keys));
    }

    /** Opens a text anew. */
    interface ReaderSource {
        Reader open() throws IOException;
    }

    @Override
    public SheetLine next() throws IOException {
        if (!headed) {
            headed = true;
            return new SheetLine(0, keys);
        }
        List<String> troubles = new ArrayList<>();
        Map<String, String> row = object(troubles);
        return row == null
                ? null
                : new SheetLine(
                        number,
                        keys.stream().map(key -> row.getOrDefault(key, "")).toList(),
                        troubles);
    }

    /** The next object; null behind the last. */
    private Map<String, String> object(List<String> troubles) throws IOException {
        return lines == null ? next(troubles) : nextLine(troubles);
    }

    private Map<String, String> nextLine(List<String> troubles) throws IOException {
        String line = lines.readLine();
        number++;
        while (line != null && line.isBlank()) {
            line = lines.readLine();
            number++;
        }
        if (line == null) {
            return null;
        }
        try (JsonReader one = new JsonReader(new StringReader(line))) {
            one.setStrictness(Strictness.STRICT);
            return read(one, troubles);
        } catch (MalformedJsonException | EOFException | IllegalStateException e) {
            troubles.add("is no JSON object");
            return Map.of();
        }
    }

    private Map<String, String> next(List<String> troubles) throws IOException {
        number++;
        try {
            JsonToken token = array.peek();
            if (token == JsonToken.END_ARRAY || token == JsonToken.END_DOCUMENT) {
                return null;
            }
            if (token != JsonToken.BEGIN_OBJECT) {
                array.skipValue();
                troubles.add("is no JSON object");
                return Map.of();
            }
            return read(array, troubles);
        } catch (MalformedJsonException | EOFException e) {
            throw new IOException("object " + number + " is no valid JSON", e);
        }
    }

    private static Map<String, String> read(JsonReader json, List<String> troubles) throws IOException {
        Map<String, String> row = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            row.put(key, value(json, key, troubles));
        }
        json.endObject();
        return row;
    }

    private static String value(JsonReader json, String key, List<String> troubles) throws IOException {
        switch (json.peek()) {
            case NULL:
                json.nextNull();
                return "";
            case BOOLEAN:
                return String.valueOf(json.nextBoolean());
            case BEGIN_ARRAY:
                List<String> values = new ArrayList<>();
                json.beginArray();
                while (json.hasNext()) {
                    values.add(value(json, key, troubles));
                }
                json.endArray();
                return CellList.join(values);
            case BEGIN_OBJECT:
                json.skipValue();
                troubles.add("holds an object as “" + key + "”; only text, numbers and lists can be taken");
                return "";
            default:
                return json.nextString();
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
