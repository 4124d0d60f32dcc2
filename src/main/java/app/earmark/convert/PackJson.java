package app.earmark.convert;

import app.earmark.library.PackId;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;

/** The pack.json of a built pack (docs/pack.md). */
final class PackJson {

    static final String AUDIO = "audio.onnx";
    static final String TEXT = "text.onnx";
    static final String FILE = "pack.json";

    private static final int SCHEMA = 1;
    private static final int MOST_WINDOWS = 30;
    private static final String PROMPT = "This is a sound of {}.";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private PackJson() {}

    /**
     * What a model's own files say of it.
     *
     * @param joint values of a vector
     * @param mostTokens of a text, its first and last mark included
     */
    record Facts(FrontEndConfig frontEnd, int joint, int mostTokens, double logitScale) {}

    /**
     * @param files of the pack, with their digests, in name order
     * @param sources files it was made from, with their digests
     */
    static String of(
            PackId id, CheckpointOrigin origin, Facts facts, Map<String, String> files, Map<String, String> sources) {
        JsonObject json = new JsonObject();
        json.addProperty("schema", SCHEMA);
        json.addProperty("id", id.id());
        json.addProperty("version", id.version());
        json.addProperty("name", origin.name());
        json.addProperty("licence", origin.licence());
        json.addProperty("credit", origin.credit());
        json.addProperty("hash", Digests.ofText(String.join("", files.values())));
        json.add("frontEnd", facts.frontEnd().toJson());
        json.add("windows", windows(facts.frontEnd()));
        json.add("audio", audio(facts.frontEnd().fusion()));
        json.add("text", text(facts.mostTokens()));
        JsonObject dimensions = new JsonObject();
        dimensions.addProperty("joint", facts.joint());
        json.add("dimensions", dimensions);
        json.addProperty("logitScale", facts.logitScale());
        json.add("tagging", tagging());
        json.add("source", source(origin, sources));
        json.add("files", GSON.toJsonTree(files));
        return GSON.toJson(json) + "\n";
    }

    private static JsonObject windows(FrontEndConfig frontEnd) {
        JsonObject windows = new JsonObject();
        windows.addProperty("longestSeconds", frontEnd.clipSeconds());
        windows.addProperty("most", MOST_WINDOWS);
        windows.addProperty("levelPeak", 0);
        return windows;
    }

    private static JsonObject audio(boolean fused) {
        JsonObject audio = new JsonObject();
        audio.addProperty("model", AUDIO);
        audio.addProperty("input", AudioPatches.FEATURES);
        audio.addProperty("joint", AudioTower.OUTPUT);
        if (fused) {
            audio.addProperty("isLonger", PatchFusion.IS_LONGER);
        }
        return audio;
    }

    private static JsonObject text(int mostTokens) {
        JsonObject text = new JsonObject();
        text.addProperty("model", TEXT);
        text.addProperty("tokenizer", Checkpoint.TOKENIZER);
        JsonArray inputs = new JsonArray();
        inputs.add(TextTower.IDS);
        text.add("inputs", inputs);
        text.addProperty("output", TextTower.OUTPUT);
        text.addProperty("pooling", "none");
        text.addProperty("maxTokens", mostTokens);
        text.addProperty("promptTemplate", PROMPT);
        return text;
    }

    /** Not measured on real weights: a cosine a third below what CLAP gives sounds and their names, and the starter's rule. */
    private static JsonObject tagging() {
        JsonObject tagging = new JsonObject();
        tagging.addProperty("minStandardised", 3.5);
        tagging.addProperty("minCosine", 0.25);
        tagging.addProperty("shareOfTop", 0.95);
        tagging.addProperty("mostLabels", 2);
        return tagging;
    }

    private static JsonObject source(CheckpointOrigin origin, Map<String, String> sources) {
        JsonObject source = new JsonObject();
        source.addProperty("repository", origin.repository());
        if (!origin.revision().isEmpty()) {
            source.addProperty("revision", origin.revision());
        }
        source.add("files", GSON.toJsonTree(sources));
        return source;
    }
}
