package app.earmark.ucs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes UCS file names; what it writes, {@link UcsNameParser} reads back as the same {@link UcsName}. */
public final class UcsNameComposer {

    /** The convention's separator, and what some operating system refuses in a file name. */
    private static final Pattern UNFIT = Pattern.compile("[_/\\\\:*?\"<>|\\p{Cntrl}]+");

    private static final Pattern SPACES = Pattern.compile("\\s{2,}");

    private UcsNameComposer() {}

    /**
     * The name without extension. Blocks that are empty at the end are left out; an empty SourceID before UserData is
     * written {@code NONE}.
     *
     * @throws IllegalArgumentException if the name has no CatID
     */
    public static String compose(UcsName name) {
        if (name.catId().isEmpty()) {
            throw new IllegalArgumentException("a UCS name begins with a CatID");
        }
        List<String> blocks = new ArrayList<>();
        blocks.add(name.userCategory().isEmpty() ? name.catId() : name.catId() + "-" + name.userCategory());
        blocks.add(name.fxName());
        blocks.add(name.creatorId());
        boolean sourceLess = name.sourceId().isEmpty() && !name.userData().isEmpty();
        blocks.add(sourceLess ? UcsName.NO_SOURCE : name.sourceId());
        blocks.add(name.userData());
        while (blocks.get(blocks.size() - 1).isEmpty()) {
            blocks.remove(blocks.size() - 1);
        }
        return String.join("_", blocks);
    }

    /** Free text made fit for one block: no underscores and nothing that a file system refuses. */
    public static String blockOf(String text) {
        return SPACES.matcher(UNFIT.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
