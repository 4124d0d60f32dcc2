package app.earmark.importing;

import app.earmark.ucs.UcsEntry;
import app.earmark.ucs.UcsTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The spellings of a category that sheets use. */
final class Labels {

    private final UcsTable ucs;
    private final Map<String, UcsEntry> bySpelling = new HashMap<>();

    Labels(UcsTable ucs) {
        this.ucs = ucs;
        for (UcsEntry entry : ucs.entries()) {
            bySpelling.putIfAbsent(key(entry.categoryFull()), entry);
        }
        ucs.entries().forEach(entry -> bySpelling.put(key(entry.catId()), entry));
    }

    /** The category of a CatID or full name, in any case. */
    Optional<UcsEntry> category(String typed) {
        return ucs.find(typed.strip()).or(() -> Optional.ofNullable(bySpelling.get(key(typed))));
    }

    /** The CatID where one is meant, else the label as it was typed. */
    String labelFor(String typed) {
        return category(typed).map(UcsEntry::catId).orElse(typed.strip());
    }

    private static String key(String spelling) {
        return spelling.strip().replaceAll("\\s*-\\s*", "-").toLowerCase(Locale.ROOT);
    }
}
