package app.earmark.convert;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A safetensors file, to be taken apart and damaged. */
final class SafetensorsFile {

    private final JsonObject header;
    private final byte[] data;

    private SafetensorsFile(JsonObject header, byte[] data) {
        this.header = header;
        this.data = data;
    }

    static SafetensorsFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String json = new String(bytes, 8, length, StandardCharsets.UTF_8);
        byte[] data = java.util.Arrays.copyOfRange(bytes, 8 + length, bytes.length);
        return new SafetensorsFile(JsonParser.parseString(json).getAsJsonObject(), data);
    }

    JsonObject header() {
        return header;
    }

    JsonObject tensor(String name) {
        return header.getAsJsonObject(name);
    }

    byte[] data() {
        return data;
    }

    void write(Path file) throws IOException {
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .array());
        out.write(json);
        out.write(data);
        Files.write(file, out.toByteArray());
    }

    /** The same file with all 32-bit floats as 16 bits of another format. */
    SafetensorsFile shortened(String type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonObject shorter = new JsonObject();
        for (Map.Entry<String, com.google.gson.JsonElement> each : header.entrySet()) {
            if (each.getKey().equals("__metadata__")) {
                continue;
            }
            JsonObject entry = each.getValue().getAsJsonObject().deepCopy();
            int start = entry.getAsJsonArray("data_offsets").get(0).getAsInt();
            int end = entry.getAsJsonArray("data_offsets").get(1).getAsInt();
            int at = out.size();
            ByteBuffer values = ByteBuffer.wrap(data, start, end - start).order(ByteOrder.LITTLE_ENDIAN);
            if (entry.get("dtype").getAsString().equals("F32")) {
                entry.addProperty("dtype", type);
                while (values.hasRemaining()) {
                    float value = values.getFloat();
                    short half = type.equals("F16")
                            ? HalfFloat.fromFloat(value)
                            : (short) (Float.floatToRawIntBits(value) >>> 16);
                    out.write(half);
                    out.write(half >>> 8);
                }
            } else {
                out.write(data, start, end - start);
            }
            com.google.gson.JsonArray offsets = new com.google.gson.JsonArray();
            offsets.add(at);
            offsets.add(out.size());
            entry.add("data_offsets", offsets);
            shorter.add(each.getKey(), entry);
        }
        return new SafetensorsFile(shorter, out.toByteArray());
    }
}
