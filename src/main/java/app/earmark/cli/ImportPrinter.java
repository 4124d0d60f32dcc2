package app.earmark.cli;

import app.earmark.importing.ClipChange;
import app.earmark.importing.ColumnMapping;
import app.earmark.importing.FieldLine;
import app.earmark.importing.ImportField;
import app.earmark.importing.ImportPlan;
import app.earmark.importing.MatchedBy;
import app.earmark.importing.ReadSheet;
import app.earmark.importing.RowNote;
import app.earmark.importing.TagLine;
import app.earmark.library.Edit;
import app.earmark.library.TagVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what an import changed, or would. */
final class ImportPrinter {

    private static final int LINES = 20;
    private static final int LONGEST_TEXT = 60;

    private final Session session;

    ImportPrinter(Session session) {
        this.session = session;
    }

    /** A column as it was taken; {@code field} is null where it was passed over. */
    record Column(String heading, String field) {}

    /** @param after {@code person}, {@code rejected} or {@code withdrawn} */
    record TagView(String label, String before, String after) {}

    record FieldView(String field, String before, String after) {}

    record ChangeView(long row, Path path, String matchedBy, List<TagView> tags, List<FieldView> fields) {}

    record NoteView(long row, String kind, String message) {}

    /** The object that the command prints. */
    record Imported(
            Path path,
            String reading,
            List<Column> columns,
            long rows,
            Map<String, Long> matched,
            boolean dryRun,
            List<ChangeView> changes,
            List<NoteView> notes,
            Long edit) {}

    void print(ReadSheet sheet, ColumnMapping mapping, ImportPlan plan, boolean dryRun, Optional<Edit> edit) {
        if (session.json()) {
            session.printJson(new Imported(
                    sheet.file(),
                    sheet.reading(),
                    columns(sheet, mapping),
                    plan.rows(),
                    matched(plan),
                    dryRun,
                    plan.changes().stream().map(ImportPrinter::view).toList(),
                    plan.notes().stream()
                            .map(note -> new NoteView(note.row(), code(note.kind()), note.sentence()))
                            .toList(),
                    edit.map(Edit::number).orElse(null)));
            return;
        }
        session.console().say("Read as " + sheet.reading() + ".");
        passedOver(sheet, mapping).ifPresent(session.console()::say);
        if (dryRun) {
            plan.changes().stream().limit(LINES).forEach(this::line);
            more(plan.changes().size(), "more changes; --json has them all.");
        }
        plan.notes().stream().limit(LINES).map(RowNote::sentence).forEach(session.console()::say);
        if (plan.notes().size() > LINES) {
            session.console().say("… and " + (plan.notes().size() - LINES) + " more such rows; --json has them all.");
        }
        String matched = Words.count(plan.rows(), "row", "rows") + ", "
                + (plan.matched().isEmpty()
                        ? "none matched"
                        : matched(plan).entrySet().stream()
                                .map(by -> by.getValue() + " matched by " + by.getKey())
                                .collect(Collectors.joining(", ")));
        session.console().wholeLine(matched + ".");
        session.console().wholeLine(outcome(plan, dryRun));
    }

    private static String outcome(ImportPlan plan, boolean dryRun) {
        String clips = Words.count(plan.changes().size(), "clip", "clips");
        if (plan.changes().isEmpty()) {
            return "Nothing " + (dryRun ? "would change." : "changed.");
        }
        return dryRun ? clips + " would change." : clips + " changed; earmark undo takes it back.";
    }

    private static Optional<String> passedOver(ReadSheet sheet, ColumnMapping mapping) {
        List<String> headings = columns(sheet, mapping).stream()
                .filter(column -> column.field() == null)
                .map(Column::heading)
                .toList();
        return headings.isEmpty()
                ? Optional.empty()
                : Optional.of("Columns passed over: " + String.join(", ", headings) + ".");
    }

    private static List<Column> columns(ReadSheet sheet, ColumnMapping mapping) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < sheet.headings().size(); i++) {
            columns.add(new Column(
                    sheet.headings().get(i),
                    mapping.of(i).map(ImportField::name).orElse(null)));
        }
        return columns;
    }

    private static Map<String, Long> matched(ImportPlan plan) {
        Map<MatchedBy, Long> inOrder = new TreeMap<>(plan.matched());
        Map<String, Long> words = new java.util.LinkedHashMap<>();
        inOrder.forEach((by, count) -> words.put(by.words(), count));
        return words;
    }

    private static ChangeView view(ClipChange change) {
        return new ChangeView(
                change.row(),
                change.clip().path(),
                change.matchedBy().words(),
                change.tags().stream()
                        .map(tag -> new TagView(tag.label(), tag.before(), after(tag)))
                        .toList(),
                change.fields().stream()
                        .map(field -> new FieldView(field.field(), field.before(), field.after()))
                        .toList());
    }

    private static String after(TagLine tag) {
        return tag.verdict()
                .map(verdict -> verdict == TagVerdict.HOLDS ? "person" : "rejected")
                .orElse("withdrawn");
    }

    private void line(ClipChange change) {
        session.console()
                .wholeLine(change.clip().path() + " (row " + change.row() + ", by "
                        + change.matchedBy().words() + ")");
        for (TagLine tag : change.tags()) {
            session.console()
                    .wholeLine("  tag " + tag.label() + ": " + (tag.before().isEmpty() ? "none" : tag.before()) + " → "
                            + after(tag));
        }
        for (FieldLine field : change.fields()) {
            session.console()
                    .wholeLine("  " + field.field() + ": " + brief(field.before()) + " → " + brief(field.after()));
        }
    }

    private static String brief(String text) {
        return text.isEmpty()
                ? "empty"
                : "“" + (text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…") + "”";
    }

    private void more(int all, String words) {
        if (all > LINES) {
            session.console().wholeLine("… and " + (all - LINES) + " " + words);
        }
    }

    private static String code(RowNote.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
