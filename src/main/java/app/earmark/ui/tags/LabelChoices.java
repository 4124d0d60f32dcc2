package app.earmark.ui.tags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All labels a person can pick: the CatIDs and their own; own ones come first. Thread-safe. */
public final class LabelChoices {

    private static final int MOST_SHOWN = 12;

    private final List<LabelChoice> catIds;
    private volatile List<LabelChoice> own = List.of();

    public LabelChoices(List<LabelChoice> catIds) {
        this.catIds = List.copyOf(catIds);
    }

    public void setOwn(List<String> labels) {
        own = labels.stream().map(LabelChoice::own).toList();
    }

    /** Choices for what was typed so far: whole beginnings first, then words inside. */
    public List<LabelChoice> suggest(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return List.of();
        }
        List<LabelChoice> all = new ArrayList<>(own);
        all.addAll(catIds);
        String start = typed.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(choice -> choice.matches(typed))
                .sorted(Comparator.comparingInt(choice -> rank(choice, start)))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** The label meant by a typed text: a choice's label or name in any case, else absent. */
    public Optional<LabelChoice> exactly(String text) {
        String typed = text.strip();
        return java.util.stream.Stream.concat(own.stream(), catIds.stream())
                .filter(choice -> choice.label().equalsIgnoreCase(typed)
                        || choice.name().equalsIgnoreCase(typed)
                        || choice.toString().equals(typed))
                .findFirst();
    }

    public boolean isCatId(String label) {
        return catIds.stream().anyMatch(choice -> choice.label().equals(label));
    }

    private static int rank(LabelChoice choice, String start) {
        if (choice.label().toLowerCase(Locale.ROOT).startsWith(start)) {
            return 0;
        }
        return choice.name().toLowerCase(Locale.ROOT).startsWith(start) ? 1 : 2;
    }
}
