package app.earmark.embed;

import app.earmark.features.ClapLogMelParameters;
import app.earmark.features.FrontEndParameters;
import app.earmark.features.LongClips;
import app.earmark.library.PackId;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and checks the {@code pack.json} of a pack (docs/pack.md). The models themselves are checked when they load. */
final class PackReader {

    static final String DESCRIPTION = "pack.json";
    static final String CLASS_PATH = "classpath:";

    private static final int SCHEMA = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    /** A path below the pack's folder, and never one that leaves it. */
    private static final Pattern FILE = Pattern.compile(NAME.pattern() + "(/" + NAME.pattern() + ")*");

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> TAGGING = List.of("minStandardised", "minCosine", "shareOfTop", "mostLabels");
    private static final int LONGEST_TEMPLATE = 500;
    private static final List<String> TOKEN_INPUTS = List.of("input_ids", "attention_mask", "token_type_ids");

    private final PackFiles files;

    PackReader(PackFiles files) {
        this.files = files;
    }

    /**
     * @throws UnusablePack if there is no pack, it is damaged, or it was made for a newer version
     */
    PackSpec read() throws UnusablePack {
        PackFields root = new PackFields("", parse());
        try {
            int schema = root.positive("schema");
            if (schema > SCHEMA) {
                throw new UnusablePack("it was made for a newer version of Earmark (its format is " + schema
                        + ", this one reads up to " + SCHEMA + "); update Earmark");
            }
            return read(root);
        } catch (UnusablePack e) {
            throw new UnusablePack(
                    "The model pack in " + files.place() + " can't be used: " + e.getMessage() + ".", e.getCause());
        }
    }

    private PackSpec read(PackFields root) throws UnusablePack {
        Map<String, String> sha256 = files(root.child("files"));
        PackSpec.Audio audio = audio(root.child("audio"));
        FrontEndParameters frontEnd = FrontEndFields.read(root.child("frontEnd"));
        PackSpec spec = new PackSpec(
                description(root, audio, sha256),
                frontEnd,
                windows(root.child("windows"), frontEnd),
                audio,
                text(root.child("text")),
                sha256);
        if (frontEnd instanceof ClapLogMelParameters clap) {
            agree(clap, spec);
        }
        listed(spec.audio().model(), sha256);
        listed(spec.text().model(), sha256);
        listed(spec.text().tokenizer(), sha256);
        if (spec.text().head().isPresent()) {
            listed(spec.text().head().get().model(), sha256);
        }
        return spec;
    }

    private JsonObject parse() throws UnusablePack {
        try (Reader reader = new InputStreamReader(files.open(DESCRIPTION), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (NoSuchFileException e) {
            throw new UnusablePack(
                    "There is no model pack in " + files.place() + ": a pack is a folder with a pack.json.", e);
        } catch (JsonParseException | IllegalStateException | IOException e) {
            throw new UnusablePack(
                    "The pack.json in " + files.place() + " can't be read; copy or download the pack again.", e);
        }
    }

    private static PackDescription description(PackFields root, PackSpec.Audio audio, Map<String, String> sha256)
            throws UnusablePack {
        String id = root.text("id");
        String version = root.text("version");
        if (!NAME.matcher(id).matches() || !NAME.matcher(version).matches()) {
            throw root.bad("id", "letters, digits, dots and dashes, and so should \"version\"");
        }
        String hash = root.text("hash");
        if (!hash.equals(Sha256.ofText(String.join("", sha256.values())))) {
            throw new UnusablePack("its hash does not match its list of files; copy or download the pack again");
        }
        PackFields dimensions = root.child("dimensions");
        int joint = dimensions.positive("joint");
        Optional<PackFields> tagging = root.optionalChild("tagging");
        return new PackDescription(
                new PackId(id, version),
                root.text("name"),
                root.text("licence"),
                root.text("credit"),
                hash,
                joint,
                audio.acoustic().isPresent() ? dimensions.positive("acoustic") : joint,
                root.number("logitScale"),
                tagging.isPresent() ? tagging.get().numbers(TAGGING) : Map.of());
    }

    private static Map<String, String> files(PackFields fields) throws UnusablePack {
        Map<String, String> sha256 = fields.allTexts();
        for (Map.Entry<String, String> file : sha256.entrySet()) {
            if (!FILE.matcher(file.getKey()).matches()
                    || !SHA_256.matcher(file.getValue()).matches()) {
                throw fields.bad(file.getKey(), "the name of a file inside the pack with its SHA-256");
            }
        }
        return sha256;
    }

    /** What the fields of a CLAP say of one another. */
    private static void agree(ClapLogMelParameters clap, PackSpec spec) throws UnusablePack {
        boolean fuses = clap.longClips() == LongClips.FUSION;
        if (fuses != spec.audio().isLonger().isPresent()) {
            throw new UnusablePack(
                    "\"audio.isLonger\" in pack.json should be there for the long clips \"fusion\", and only"
                            + " for those");
        }
        if (clap.rate().framesIn(spec.windows().longestSeconds()) != clap.clipSamples()) {
            throw new UnusablePack(
                    "\"windows.longestSeconds\" in pack.json should be as long as \"frontEnd.clipSamples\"");
        }
        if (fuses && spec.windows().levelPeak() != 0) {
            throw new UnusablePack("\"windows.levelPeak\" in pack.json should be 0 where long clips are fused");
        }
    }

    private static WindowPolicy windows(PackFields fields, FrontEndParameters frontEnd) throws UnusablePack {
        double longest = fields.number("longestSeconds");
        double level = fields.number("levelPeak");
        if (longest <= 0 || longest > 3600) {
            throw fields.bad("longestSeconds", "between 0 and 3600");
        }
        if (level < 0 || level > 1) {
            throw fields.bad("levelPeak", "between 0 and 1");
        }
        return new WindowPolicy(longest, fields.positive("most"), (float) level, frontEnd.fitsShortWindows());
    }

    private static PackSpec.Audio audio(PackFields fields) throws UnusablePack {
        return new PackSpec.Audio(
                fields.text("model"),
                fields.text("input"),
                fields.optionalText("isLonger"),
                fields.text("joint"),
                fields.optionalText("acoustic"));
    }

    private static PackSpec.Text text(PackFields fields) throws UnusablePack {
        PackSpec.Pooling pooling = fields.oneOf(
                "pooling", "pooling", Map.of("mean", PackSpec.Pooling.MEAN, "none", PackSpec.Pooling.NONE));
        List<String> inputs = fields.texts("inputs");
        for (String input : inputs) {
            if (!TOKEN_INPUTS.contains(input)) {
                throw fields.newer("text input \"" + input + "\"");
            }
        }
        String template = fields.text("promptTemplate");
        if (template.length() > LONGEST_TEMPLATE
                || template.indexOf("{}") != template.lastIndexOf("{}")
                || !template.contains("{}")) {
            throw fields.bad("promptTemplate", "a text with one {} where the description goes");
        }
        Optional<PackFields> head = fields.optionalChild("head");
        if (head.isPresent() && pooling == PackSpec.Pooling.NONE) {
            throw new UnusablePack("\"text.head\" in pack.json should be there only for the pooling \"mean\"");
        }
        return new PackSpec.Text(
                fields.text("model"),
                fields.text("tokenizer"),
                inputs,
                fields.text("output"),
                pooling,
                fields.positive("maxTokens"),
                template,
                head.isEmpty() ? Optional.empty() : Optional.of(head(head.get())));
    }

    private static PackSpec.Head head(PackFields fields) throws UnusablePack {
        return new PackSpec.Head(fields.text("model"), fields.text("input"), fields.text("output"));
    }

    /** Every file a model is loaded from is one of the program's own, or listed with its digest and present. */
    private void listed(String reference, Map<String, String> sha256) throws UnusablePack {
        if (reference.startsWith(CLASS_PATH)) {
            return;
        }
        if (!sha256.containsKey(reference)) {
            throw new UnusablePack("\"" + reference + "\" is not among the files of its pack.json");
        }
        try {
            files.size(reference);
        } catch (IOException e) {
            throw new UnusablePack("its file " + reference + " is missing; copy or download the pack again", e);
        }
    }
}
