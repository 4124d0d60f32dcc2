package app.earmark.taxonomies;

import app.earmark.library.AssertionRule;
import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A taxonomy as it is being read, which knows the line of each of its parts. */
final class TaxonomyDraft {

    private String name;
    private boolean active = true;
    private OptionalDouble threshold = OptionalDouble.empty();
    private OptionalInt topK = OptionalInt.empty();
    private OptionalDouble margin = OptionalDouble.empty();
    private final List<String> templates = new ArrayList<>();
    private final List<TaxonomyLabel> labels = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    TaxonomyDraft(String name) {
        this.name = name;
    }

    /** Takes a setting of the taxonomy; false if there is none of this name. */
    boolean set(long line, String setting, String value) throws WrongLine {
        switch (setting.toLowerCase(Locale.ROOT)) {
            case "taxonomy" -> name = value.strip();
            case "active" -> active = yes(line, value, true);
            case "threshold" -> threshold = number(line, value);
            case "top-k" -> topK = count(line, value);
            case "margin" -> margin = number(line, value);
            case "template" -> templates.add(value.strip());
            default -> {
                return false;
            }
        }
        return true;
    }

    void label(long line, String label, String parent, List<String> prompts, String threshold, String hearable)
            throws WrongLine {
        if (label.isBlank()) {
            throw new WrongLine(line, "the label is missing.");
        }
        labels.add(new TaxonomyLabel(
                label.strip(),
                Optional.of(parent.strip()).filter(text -> !text.isEmpty()),
                prompts.stream()
                        .map(String::strip)
                        .filter(prompt -> !prompt.isEmpty())
                        .toList(),
                number(line, threshold),
                yes(line, hearable, true)));
        lines.add(line);
    }

    /** @throws WrongLine if this is no taxonomy that can be used */
    Taxonomy finish() throws WrongLine {
        Taxonomy taxonomy =
                new Taxonomy(name, active, new AssertionRule(threshold, topK, margin), templates, withSpelling(labels));
        Optional<TaxonomyCheck.Problem> problem = TaxonomyCheck.problem(taxonomy);
        if (problem.isPresent()) {
            int label = problem.get().label();
            throw new WrongLine(label < 0 ? 0 : lines.get(label), problem.get().sentence());
        }
        return taxonomy;
    }

    /** Parents get the spelling of the label that they name. */
    private static List<TaxonomyLabel> withSpelling(List<TaxonomyLabel> labels) {
        Map<String, String> spellings = new HashMap<>();
        labels.forEach(label -> spellings.putIfAbsent(TagPrecedence.keyOf(label.label()), label.label()));
        return labels.stream()
                .map(l -> new TaxonomyLabel(
                        l.label(),
                        l.parent().map(p -> spellings.getOrDefault(TagPrecedence.keyOf(p), p)),
                        l.prompts(),
                        l.threshold(),
                        l.heard()))
                .toList();
    }

    private static OptionalDouble number(long line, String text) throws WrongLine {
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number) && !text.strip().matches(".*[dDfFxX]$")) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new WrongLine(line, "\"" + text.strip() + "\" is no number; write it like 0.4, or leave it empty.");
    }

    private static OptionalInt count(long line, String text) throws WrongLine {
        if (text.isBlank()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new WrongLine(line, "\"" + text.strip() + "\" is no whole number; write it like 3.");
        }
    }

    private static boolean yes(long line, String text, boolean otherwise) throws WrongLine {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "yes", "true", "y", "1" -> true;
            case "no", "false", "n", "0" -> false;
            default -> throw new WrongLine(line, "\"" + text.strip() + "\" is neither yes nor no.");
        };
    }
}
