package app.earmark.tagging;

import app.earmark.ucs.UcsTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code prompts.tsv}: CatID, prompts separated by bars, whether it can be heard. */
final class PromptTable {

    private static final String RESOURCE = "prompts.tsv";

    private PromptTable() {}

    static List<VocabularyLabel> load(UcsTable table) {
        try (Reader in =
                new InputStreamReader(PromptTable.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
            return read(in, table);
        } catch (IOException e) {
            throw new UncheckedIOException("The prompts of the labels can't be read.", e);
        }
    }

    /**
     * @throws IllegalArgumentException if a line is malformed, or a CatID of the list is missing, unknown or there twice
     */
    static List<VocabularyLabel> read(Reader in, UcsTable table) throws IOException {
        List<VocabularyLabel> labels = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        table.entries().forEach(entry -> missing.add(entry.catId()));
        BufferedReader lines = new BufferedReader(in);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            VocabularyLabel label = parse(line);
            if (!missing.remove(label.label())) {
                throw new IllegalArgumentException(label.label() + " is no CatID, or is there twice");
            }
            labels.add(label);
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no prompts for " + missing);
        }
        return labels;
    }

    private static VocabularyLabel parse(String line) {
        String[] columns = line.split("\t", -1);
        boolean heard = columns.length == 3 && columns[2].equals("yes");
        if (columns.length != 3 || !heard && !columns[2].equals("no")) {
            throw new IllegalArgumentException("not a line of CatID, prompts, yes or no: " + line);
        }
        return new VocabularyLabel(columns[0], List.of(columns[1].split("\\|")), heard, true);
    }
}
