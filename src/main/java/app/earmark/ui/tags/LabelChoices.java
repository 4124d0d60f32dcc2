package app.earmark.ui.tags;

import app.earmark.library.TagPrecedence;
import app.earmark.ucs.UcsTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All labels a person can pick: the CatIDs and their own; those used most come first. Thread-safe. */
public final class LabelChoices {

    private static final int MOST_SHOWN = 12;

    private volatile List<LabelChoice> catIds;
    private volatile List<LabelChoice> own = List.of();
    private volatile Map<String, Integer> uses = Map.of();

    public LabelChoices(List<LabelChoice> catIds) {
        this.catIds = List.copyOf(catIds);
    }

    public void setOwn(List<String> labels) {
        own = labels.stream().map(LabelChoice::own).toList();
    }

    /** Takes over what the person uses now. */
    public void follow(LabelUse use) {
        setOwn(use.own());
        Map<String, Integer> byKey = new HashMap<>();
        use.confirmed().forEach((label, count) -> byKey.merge(TagPrecedence.keyOf(label), count, Integer::sum));
        uses = Map.copyOf(byKey);
    }

    /** @param synonyms for a CatID, further words by which people look for it */
    public void learnSynonyms(UnaryOperator<String> synonyms) {
        catIds = catIds.stream()
                .map(choice -> choice.with(synonyms.apply(choice.label())))
                .toList();
    }

    /** Choices for what was typed so far: those it names before those it only describes, most used first. */
    public List<LabelChoice> suggest(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return List.of();
        }
        String start = typed.toLowerCase(Locale.ROOT);
        return all().filter(choice -> choice.fit(typed) != LabelChoice.Fit.NONE)
                .sorted(Comparator.comparing((LabelChoice choice) -> choice.fit(typed))
                        .thenComparing(choice -> -usesOf(choice.label()))
                        .thenComparing(choice -> rank(choice, start)))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** What the person uses most. */
    public List<LabelChoice> mostUsed() {
        return all().filter(choice -> usesOf(choice.label()) > 0)
                .sorted(Comparator.comparing((LabelChoice choice) -> -usesOf(choice.label())))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** On how many sounds the person says that the label holds. */
    public int usesOf(String label) {
        return uses.getOrDefault(TagPrecedence.keyOf(label), 0);
    }

    /** The label meant by a typed text: a choice's label or name in any case, with or without blanks around a CatID's dash. */
    public Optional<LabelChoice> exactly(String text) {
        String typed = text.strip();
        return all().filter(choice -> choice.label().equalsIgnoreCase(typed)
                        || choice.name().equalsIgnoreCase(typed)
                        || choice.toString().equals(typed))
                .findFirst()
                .or(() -> named(UcsTable.withoutBlanks(typed)));
    }

    private Optional<LabelChoice> named(String fullName) {
        return catIds.stream()
                .filter(choice -> choice.name().equalsIgnoreCase(fullName))
                .findFirst();
    }

    /** The label for people. */
    public String nameOf(String label) {
        return exactly(label).map(LabelChoice::name).orElse(label);
    }

    public boolean isCatId(String label) {
        return catIds.stream().anyMatch(choice -> choice.label().equals(label));
    }

    private Stream<LabelChoice> all() {
        return Stream.concat(own.stream(), catIds.stream());
    }

    private static int rank(LabelChoice choice, String start) {
        if (choice.label().toLowerCase(Locale.ROOT).startsWith(start)) {
            return 0;
        }
        return choice.name().toLowerCase(Locale.ROOT).startsWith(start) ? 1 : 2;
    }
}
