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

    static List<String> of(ImportPlan plan) {
        List<String> lines = new ArrayList<>();
        plan.notes().stream()
                .map(RowNote::sentence)
                .map(note -> "⚠ " + ClipText.oneLine(note))
                .forEach(lines::add);
        plan.changes().stream().map(PreviewText::of).forEach(lines::add);
        return lines;
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
