package app.earmark.convert;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A JSON object of a checkpoint, read field by field with sentences for what is missing or not as expected. */
final class ConfigFields {

    private static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private final JsonObject object;

    private ConfigFields(Path file, JsonObject object) {
        this.file = file;
        this.object = object;
    }

    static ConfigFields read(Path file) throws UnusableCheckpoint {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new JsonParseException("too long");
            }
            return new ConfigFields(
                    file, JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (NoSuchFileException e) {
            throw new UnusableCheckpoint(
                    "The checkpoint in " + file.getParent() + " has no " + file.getFileName()
                            + "; download all files of the checkpoint.",
                    e);
        } catch (JsonParseException | IllegalStateException | IOException e) {
            throw new UnusableCheckpoint(file + " can't be read; download it again.", e);
        }
    }

    ConfigFields child(String name) throws UnusableCheckpoint {
        JsonElement value = object.get(name);
        if (value == null || !value.isJsonObject()) {
            throw bad(name, "should be an object");
        }
        return new ConfigFields(file, value.getAsJsonObject());
    }

    Optional<String> text(String name) throws UnusableCheckpoint {
        JsonElement value = present(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonPrimitive primitive) || !primitive.isString()) {
            throw bad(name, "should be a text");
        }
        return Optional.of(value.getAsString());
    }

    double number(String name) throws UnusableCheckpoint {
        return number(name, present(name));
    }

    double number(String name, double otherwise) throws UnusableCheckpoint {
        return present(name) == null ? otherwise : number(name);
    }

    int positive(String name) throws UnusableCheckpoint {
        return positive(name, present(name));
    }

    int positive(String name, int otherwise) throws UnusableCheckpoint {
        return present(name) == null ? otherwise : positive(name);
    }

    int[] positives(String name) throws UnusableCheckpoint {
        if (!(present(name) instanceof JsonArray array) || array.isEmpty() || array.size() > 16) {
            throw bad(name, "should be a short list of numbers");
        }
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = positive(name, array.get(i));
        }
        return numbers;
    }

    boolean flag(String name, boolean otherwise) throws UnusableCheckpoint {
        JsonElement value = present(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
            throw bad(name, "should be true or false");
        }
        return value.getAsBoolean();
    }

    /** A number, or a list in which it stands twice. */
    void requireSquare(String name, int expected) throws UnusableCheckpoint {
        JsonElement value = present(name);
        if (value instanceof JsonArray array) {
            for (JsonElement each : array) {
                require(name, positive(name, each) == expected, each);
            }
        } else if (value != null) {
            require(name, positive(name, value) == expected, value);
        }
    }

    void require(String name, int expected) throws UnusableCheckpoint {
        require(name, positive(name, expected) == expected, object.get(name));
    }

    void require(String name, boolean expected) throws UnusableCheckpoint {
        require(name, flag(name, expected) == expected, object.get(name));
    }

    void require(String name, String expected) throws UnusableCheckpoint {
        require(name, text(name).orElse(expected).equals(expected), object.get(name));
    }

    void requireAbsent(String name) throws UnusableCheckpoint {
        require(name, present(name) == null, object.get(name));
    }

    UnusableCheckpoint bad(String name, String what) {
        return new UnusableCheckpoint("\"" + name + "\" in " + file + " " + what + "; download the file again.");
    }

    UnusableCheckpoint unknown(String name, Object value) {
        return new UnusableCheckpoint(file + " describes a model with \"" + name + "\": " + value
                + ", which this version of Earmark can't build; import an ONNX file of it instead.");
    }

    private void require(String name, boolean holds, JsonElement value) throws UnusableCheckpoint {
        if (!holds) {
            throw unknown(name, value);
        }
    }

    private JsonElement present(String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? null : value;
    }

    private double number(String name, JsonElement value) throws UnusableCheckpoint {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            double number = primitive.getAsDouble();
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw bad(name, "should be a number");
    }

    private int positive(String name, JsonElement value) throws UnusableCheckpoint {
        double number = number(name, value);
        if (number != Math.rint(number) || number < 1 || number > Integer.MAX_VALUE) {
            throw bad(name, "should be a positive whole number");
        }
        return (int) number;
    }
}
