package app.earmark.renaming;

import app.earmark.library.AudioFacts;
import app.earmark.library.Tag;
import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsName;
import app.earmark.ucs.UcsNameComposer;
import app.earmark.ucs.UcsNameParser;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The texts that placeholders stand for, for one clip. What the person fixed comes first, then what the catalogue knows (a
 * person's fields before the file's before the name's), then the person's defaults.
 */
final class NameFields {

    /** Blocks of a UCS name but UserData: no underscore may be in them. */
    private static final Set<String> BLOCKS =
            Set.of("FXName", "UserCategory", "VendorCategory", "CreatorID", "SourceID");

    private static final List<String> CATEGORY = List.of("CatID", "Category", "SubCategory", "CategoryFull");

    private static final List<String> TEXTS =
            Arrays.asList(("FXName UserCategory VendorCategory CreatorID SourceID UserData"
                            + " Description Keywords Library Designer Manufacturer ShortID LongID Show Source Microphone"
                            + " MicPerspective RecMedium RecType Location TrackTitle TrackYear Track Artist CDTitle Volume"
                            + " ReleaseDate ShootDate Notes Rating Project Originator")
                    .split(" "));

    private static final Map<String, Function<KnownClip, String>> OF_THE_FILE = new LinkedHashMap<>();

    static {
        OF_THE_FILE.put("Name", known -> stemOf(known.clip().fileName()));
        OF_THE_FILE.put("Folder", known -> folderOf(known.clip().path()));
        OF_THE_FILE.put("Tags", known -> known.tags().tags().stream()
                .filter(tag -> tag.name().equals(tag.label()))
                .map(Tag::label)
                .collect(Collectors.joining(" ")));
        OF_THE_FILE.put("Format", fact(AudioFacts::format));
        OF_THE_FILE.put("SampleRate", fact(facts -> kilohertz(facts.sampleRateHz())));
        OF_THE_FILE.put(
                "BitDepth",
                fact(facts -> facts.bitDepth().isPresent()
                        ? Integer.toString(facts.bitDepth().getAsInt())
                        : ""));
        OF_THE_FILE.put("Channels", fact(facts -> Integer.toString(facts.channels())));
    }

    private static final Map<String, String> NAMES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        CATEGORY.forEach(name -> NAMES.put(name, name));
        TEXTS.forEach(name -> NAMES.put(name, name));
        OF_THE_FILE.keySet().forEach(name -> NAMES.put(name, name));
    }

    private final KnownClip known;
    private final Optional<UcsEntry> category;
    private final NameOptions options;
    private final UcsName present;

    NameFields(KnownClip known, Optional<UcsEntry> category, NameOptions options, UcsNameParser parser) {
        this.known = known;
        this.category = category;
        this.options = options;
        this.present = parser.parseStem(stemOf(known.clip().fileName()));
    }

    /** All placeholders, by name. */
    static List<String> placeholders() {
        return List.copyOf(NAMES.values());
    }

    /** The placeholder of this name in any case. */
    static Optional<String> placeholder(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /** The field a person may give a text for. */
    static Optional<String> settable(String name) {
        return placeholder(name).filter(TEXTS::contains);
    }

    /** Empty if nothing is known. */
    String get(String field) {
        if (CATEGORY.contains(field)) {
            return category.map(entry -> ofCategory(entry, field)).orElse("");
        }
        Function<KnownClip, String> ofTheFile = OF_THE_FILE.get(field);
        if (ofTheFile != null) {
            return ofTheFile.apply(known);
        }
        String text = text(field);
        if (field.equals("FXName")) {
            text = withVendor(text.isEmpty() ? soundOfTheName() : UcsNameComposer.blockOf(text));
        }
        return BLOCKS.contains(field) ? UcsNameComposer.blockOf(text) : text;
    }

    private String text(String field) {
        String fixed = options.fixed().get(field);
        if (fixed != null) {
            return fixed;
        }
        String own = known.fields().get(field).strip();
        return own.isEmpty() ? options.defaults().getOrDefault(field, "") : own;
    }

    /** What the sound is called now. */
    private String soundOfTheName() {
        return UcsNameComposer.blockOf(present.fxName());
    }

    /** The convention keeps the vendor's category in FXName; some fields have it apart. */
    private String withVendor(String fxName) {
        String vendor = UcsNameComposer.blockOf(text("VendorCategory")).replace('-', ' ');
        return vendor.isEmpty() || fxName.startsWith(vendor + "-") || fxName.isEmpty() ? fxName : vendor + "-" + fxName;
    }

    private static String ofCategory(UcsEntry entry, String field) {
        return switch (field) {
            case "CatID" -> entry.catId();
            case "Category" -> entry.category();
            case "SubCategory" -> entry.subCategory();
            default -> entry.categoryFull();
        };
    }

    /** The name without what follows its last dot. */
    static String stemOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** With its dot; empty if there is none. */
    static String extensionOf(String fileName) {
        return fileName.substring(stemOf(fileName).length());
    }

    private static String folderOf(Path path) {
        Path folder = path.getParent() == null ? null : path.getParent().getFileName();
        return folder == null ? "" : folder.toString();
    }

    private static Function<KnownClip, String> fact(Function<AudioFacts, String> value) {
        return known -> known.clip().facts().map(value).orElse("");
    }

    /** Such as {@code 96k} or {@code 44.1k}. */
    private static String kilohertz(int hertz) {
        return BigDecimal.valueOf(hertz, 3).stripTrailingZeros().toPlainString() + "k";
    }
}
