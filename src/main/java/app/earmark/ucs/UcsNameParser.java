package app.earmark.ucs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads file names by the UCS convention. Lenient: blocks may be missing from the end or empty, and a name whose first
 * block is no CatID is read all the same if it is laid out like one. Nothing is guessed about the CatID itself.
 */
public final class UcsNameParser {

    private static final Pattern EXTENSION = Pattern.compile("\\.(?=[^.]*[A-Za-z])[A-Za-z0-9]{1,5}$");
    /** What follows the CatShort in a made-up CatID such as {@code DOORSqueak}. */
    private static final Pattern SUB_CATEGORY_LIKE = Pattern.compile("[A-Z][a-z][A-Za-z0-9]*");

    private static final int FIRST_FREE_BLOCK = 4;

    private final UcsTable table;

    public UcsNameParser(UcsTable table) {
        this.table = table;
    }

    /**
     * @param fileName with or without extension; no folders
     */
    public UcsName parse(String fileName) {
        return parseStem(EXTENSION.matcher(fileName).replaceFirst(""));
    }

    /** Reads a name that has no extension, or one whose dots belong to the name. */
    public UcsName parseStem(String stem) {
        List<String> blocks = Arrays.asList(stem.split("_", -1));
        String first = blocks.get(0);
        int hyphen = first.indexOf('-');
        String catId = (hyphen < 0 ? first : first.substring(0, hyphen)).strip();
        Optional<UcsEntry> entry = table.find(catId);
        if (entry.isEmpty() && !laidOutLikeUcs(catId, blocks)) {
            return UcsName.unrecognised(stem);
        }
        return new UcsName(
                entry,
                catId,
                hyphen < 0 ? "" : first.substring(hyphen + 1),
                block(blocks, 1),
                block(blocks, 2),
                block(blocks, 3),
                blocks.size() <= FIRST_FREE_BLOCK
                        ? ""
                        : String.join("_", blocks.subList(FIRST_FREE_BLOCK, blocks.size())));
    }

    private boolean laidOutLikeUcs(String catId, List<String> blocks) {
        return blocks.size() >= FIRST_FREE_BLOCK
                && table.catShorts().stream()
                        .anyMatch(s -> catId.startsWith(s)
                                && SUB_CATEGORY_LIKE
                                        .matcher(catId.substring(s.length()))
                                        .matches());
    }

    private static String block(List<String> blocks, int index) {
        return index < blocks.size() ? blocks.get(index) : "";
    }
}
