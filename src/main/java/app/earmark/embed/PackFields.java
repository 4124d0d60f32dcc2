package app.earmark.embed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An object of a {@code pack.json}, read field by field with sentences for what is missing or of the wrong kind. */
final class PackFields {

    private final String path;
    private final JsonObject object;

    /**
     * @param path dotted names leading here, empty for the root
     */
    PackFields(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    PackFields child(String name) throws UnusablePack {
        return optionalChild(name).orElseThrow(() -> bad(name, "an object"));
    }

    Optional<PackFields> optionalChild(String name) throws UnusablePack {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonObject()) {
            throw bad(name, "an object");
        }
        return Optional.of(new PackFields(full(name), value.getAsJsonObject()));
    }

    String text(String name) throws UnusablePack {
        return optionalText(name).orElseThrow(() -> bad(name, "a text"));
    }

    Optional<String> optionalText(String name) throws UnusablePack {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!(value instanceof JsonPrimitive primitive)
                || !primitive.isString()
                || primitive.getAsString().isBlank()) {
            throw bad(name, "a text");
        }
        return Optional.of(value.getAsString());
    }

    double number(String name) throws UnusablePack {
        if (object.get(name) instanceof JsonPrimitive primitive && primitive.isNumber()) {
            double number = primitive.getAsDouble();
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw bad(name, "a number");
    }

    int whole(String name) throws UnusablePack {
        double number = number(name);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw bad(name, "a whole number");
        }
        return (int) number;
    }

    int positive(String name) throws UnusablePack {
        int number = whole(name);
        if (number < 1) {
            throw bad(name, "a positive number");
        }
        return number;
    }

    List<String> texts(String name) throws UnusablePack {
        if (!(object.get(name) instanceof JsonArray array)) {
            throw bad(name, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array) {
            if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
                throw bad(name, "a list of texts");
            }
            texts.add(primitive.getAsString());
        }
        return texts;
    }

    /** These members, which must be numbers; none if there is no member at all. */
    Map<String, Double> numbers(List<String> names) throws UnusablePack {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (object.size() > 0) {
            for (String name : names) {
                numbers.put(name, number(name));
            }
        }
        return numbers;
    }

    /** All members, which must be texts, in name order. */
    Map<String, String> allTexts() throws UnusablePack {
        Map<String, String> texts = new TreeMap<>();
        for (String name : object.keySet()) {
            texts.put(name, text(name));
        }
        return texts;
    }

    void require(String name, String expected, String what) throws UnusablePack {
        String value = text(name);
        if (!value.equals(expected)) {
            throw newer(what + " \"" + value + "\"");
        }
    }

    /** The choice that a text stands for. */
    <T> T oneOf(String name, String what, Map<String, T> choices) throws UnusablePack {
        String value = text(name);
        if (!choices.containsKey(value)) {
            throw newer(what + " \"" + value + "\"");
        }
        return choices.get(value);
    }

    UnusablePack newer(String what) {
        return new UnusablePack(
                "it asks for the " + what + ", which this version of Earmark does not know; update Earmark");
    }

    UnusablePack bad(String name, String kind) {
        return new UnusablePack("\"" + full(name) + "\" in pack.json should be " + kind);
    }

    private String full(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
