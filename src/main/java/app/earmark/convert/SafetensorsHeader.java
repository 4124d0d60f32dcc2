package app.earmark.convert;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON at the start of a safetensors file: where each tensor lies. Everything in it is checked before use. */
final class SafetensorsHeader {

    /**
     * A tensor's place.
     *
     * @param start first byte, counted from the end of the header
     */
    record Entry(StoredTensor tensor, long start) {}

    private static final String METADATA = "__metadata__";

    private SafetensorsHeader() {}

    /**
     * @param dataBytes length of the file after the header
     * @throws IllegalArgumentException saying, as the end of a sentence, what is wrong
     */
    static Map<String, Entry> parse(String json, long dataBytes) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            JsonObject root = JsonParser.parseString(json).getAsJsonObject();
            for (Map.Entry<String, JsonElement> each : root.entrySet()) {
                if (!each.getKey().equals(METADATA)) {
                    entries.put(
                            each.getKey(), entry(each.getKey(), each.getValue().getAsJsonObject(), dataBytes));
                }
            }
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException
                | NullPointerException e) {
            throw new IllegalArgumentException("its list of tensors can't be read", e);
        }
        return entries;
    }

    private static Entry entry(String name, JsonObject fields, long dataBytes) {
        String typeName = fields.get("dtype").getAsString();
        ElementType type = ElementType.named(typeName)
                .orElseThrow(() -> new IllegalArgumentException("its tensor " + name + " is stored as " + typeName
                        + ", which this version of Earmark does not read"));
        JsonArray offsets = fields.getAsJsonArray("data_offsets");
        long start = offsets.get(0).getAsLong();
        long end = offsets.get(1).getAsLong();
        List<Long> shape = new ArrayList<>();
        fields.getAsJsonArray("shape").forEach(size -> shape.add(size.getAsLong()));
        StoredTensor tensor = new StoredTensor(name, type, List.copyOf(shape));
        if (start < 0 || end > dataBytes) {
            throw new IllegalArgumentException("it ends before its tensor " + name + " does");
        }
        if (shape.stream().anyMatch(size -> size < 0) || !fits(tensor, end - start)) {
            throw new IllegalArgumentException(
                    "its tensor " + name + " has " + (end - start) + " bytes, which does not fit its shape " + shape);
        }
        return new Entry(tensor, start);
    }

    private static boolean fits(StoredTensor tensor, long bytes) {
        try {
            return tensor.byteCount() == bytes;
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
