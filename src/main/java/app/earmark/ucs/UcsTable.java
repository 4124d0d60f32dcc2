package app.earmark.ucs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The list, in its own order. Immutable. */
public final class UcsTable {

    private static final String RESOURCE = "ucs-8.2.1.csv";

    private final Map<String, UcsEntry> byCatId = new LinkedHashMap<>();
    private final Map<String, UcsCategory> byCategory = new LinkedHashMap<>();
    private final Map<String, UcsEntry> bySpelling = new HashMap<>();
    private final Set<String> catShorts;

    UcsTable(List<UcsEntry> entries) {
        Map<String, List<UcsEntry>> grouped = new LinkedHashMap<>();
        for (UcsEntry entry : entries) {
            if (byCatId.put(entry.catId(), entry) != null) {
                throw new IllegalArgumentException(entry.catId() + " is listed twice");
            }
            grouped.computeIfAbsent(entry.category(), c -> new ArrayList<>()).add(entry);
        }
        grouped.forEach((name, members) -> byCategory.put(name, new UcsCategory(name, members)));
        entries.forEach(entry -> bySpelling.putIfAbsent(key(entry.categoryFull()), entry));
        entries.forEach(entry -> bySpelling.put(key(entry.catId()), entry));
        catShorts = entries.stream().map(UcsEntry::catShort).collect(Collectors.toUnmodifiableSet());
    }

    /** Version 8.2.1, which its makers declared final. */
    public static UcsTable load() {
        try (InputStream in = UcsTable.class.getResourceAsStream(RESOURCE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new UcsTable(rows.stream()
                    .map(row -> new UcsEntry(
                            row.getField("CatID"),
                            row.getField("Category"),
                            row.getField("SubCategory"),
                            row.getField("CatShort")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of UCS categories can't be read.", e);
        }
    }

    /** The entry of exactly this CatID; case counts. */
    public Optional<UcsEntry> find(String catId) {
        return Optional.ofNullable(byCatId.get(catId));
    }

    /** The entry of a CatID or full name as people type them: in any case, with or without blanks around the dash. */
    public Optional<UcsEntry> named(String typed) {
        return find(typed.strip()).or(() -> Optional.ofNullable(bySpelling.get(key(typed))));
    }

    /** The CatID where one is meant, else the label as it was typed. */
    public String labelFor(String typed) {
        return named(typed).map(UcsEntry::catId).orElse(typed.strip());
    }

    private static String key(String spelling) {
        return withoutBlanks(spelling).toLowerCase(Locale.ROOT);
    }

    /** A full name as people type it, without blanks at its ends and around its dash. */
    public static String withoutBlanks(String fullName) {
        return fullName.strip().replaceAll("\\s*-\\s*", "-");
    }

    public boolean contains(String catId) {
        return byCatId.containsKey(catId);
    }

    public List<UcsEntry> entries() {
        return List.copyOf(byCatId.values());
    }

    public List<UcsCategory> categories() {
        return List.copyOf(byCategory.values());
    }

    /** The category of exactly this name, such as {@code FOOD & DRINK}. */
    public Optional<UcsCategory> category(String name) {
        return Optional.ofNullable(byCategory.get(name));
    }

    Set<String> catShorts() {
        return catShorts;
    }
}
