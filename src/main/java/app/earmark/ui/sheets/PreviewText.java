package app.earmark.ui.sheets;

import app.earmark.importing.ClipChange;
import app.earmark.importing.FieldLine;
import app.earmark.importing.ImportPlan;
import app.earmark.importing.RowNote;
import app.earmark.importing.TagLine;
import app.earmark.library.TagVerdict;
import app.earmark.ui.text.ClipText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import would change, a line for each row: first what needs attention, then what changes. */
final class PreviewText {

    private static final int LONGEST = 48;

    private PreviewText() {}

    /** A line, worded only when it is seen: a sheet may have a hundred thousand. */
    record Line(Object row) {
        @Override
        public String toString() {
            return row instanceof ClipChange change ? of(change) : "⚠ " + ClipText.oneLine(((RowNote) row).sentence());
        }
    }

    /** Some of the lines. */
    record Part(String words, List<Line> lines) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** Everything, then each kind of line for itself where there are two. */
    static List<Part> of(ImportPlan plan) {
        List<Line> notes = plan.notes().stream().map(Line::new).toList();
        List<Line> changes = plan.changes().stream().map(Line::new).toList();
        List<Line> lines = new ArrayList<>(notes);
        lines.addAll(changes);
        List<Part> parts = new ArrayList<>(List.of(new Part("Everything", lines)));
        if (!notes.isEmpty() && !changes.isEmpty()) {
            parts.add(new Part("What needs a look (" + ClipText.count(notes.size()) + ")", notes));
            parts.add(new Part("What would change (" + ClipText.count(changes.size()) + ")", changes));
        }
        return parts;
    }

    private static String of(ClipChange change) {
        return ClipText.oneLine(change.clip().fileName()) + "   "
                + Stream.concat(
                                change.tags().stream().map(PreviewText::of),
                                change.fields().stream().map(PreviewText::of))
                        .collect(Collectors.joining("   "));
    }

    private static String of(TagLine tag) {
        String label = ClipText.oneLine(tag.label());
        return tag.verdict()
                .map(verdict -> verdict == TagVerdict.HOLDS ? "+ " + label : "− " + label + " (rejected)")
                .orElse("− " + label);
    }

    private static String of(FieldLine field) {
        return field.field() + ": " + brief(field.before()) + " → " + brief(field.after());
    }

    private static String brief(String text) {
        String line = ClipText.oneLine(text);
        return line.isBlank()
                ? "empty"
                : "“" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…") + "”";
    }
}
