package app.earmark.modelhub;

import app.earmark.embed.PackFiles;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The part of a pack.json that fetching and shelving need; everything else is {@code embed}'s.
 *
 * @param sha256 digests by file name, in name order
 * @param repository where the pack's model comes from, such as {@code laion/clap-htsat-fused}
 * @param revision the commit it comes from
 */
record PackManifest(Map<String, String> sha256, Optional<String> repository, Optional<String> revision) {

    /** Describes a pack, in its folder. */
    static final String FILE = "pack.json";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    static PackManifest of(PackFiles files) throws UnusableModel {
        try (InputStream in = files.open(PackManifest.FILE)) {
            return parse(files.place(), in);
        } catch (NoSuchFileException e) {
            throw new UnusableModel(
                    "There is no model pack in " + files.place() + ": a pack is a folder with a pack.json.", e);
        } catch (IOException | JsonParseException | IllegalStateException | ClassCastException e) {
            throw new UnusableModel(
                    "The pack.json in " + files.place() + " can't be read; copy or download the pack again.", e);
        }
    }

    private static PackManifest parse(String place, InputStream in) throws UnusableModel {
        JsonObject root = JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .getAsJsonObject();
        Map<String, String> sha256 = new TreeMap<>();
        JsonObject files = root.getAsJsonObject("files");
        for (Map.Entry<String, JsonElement> file : (files == null ? new JsonObject() : files).entrySet()) {
            String digest = file.getValue().getAsString();
            if (!NAME.matcher(file.getKey()).matches()
                    || !DIGEST.matcher(digest).matches()) {
                throw new UnusableModel("The pack.json in " + place + " lists \"" + file.getKey()
                        + "\", which is no file inside the pack with its SHA-256; copy or download the pack again.");
            }
            sha256.put(file.getKey(), digest);
        }
        JsonObject source = root.has("source") ? root.getAsJsonObject("source") : new JsonObject();
        return new PackManifest(sha256, text(source, "repository"), text(source, "revision"));
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }
}
