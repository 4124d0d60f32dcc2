package app.earmark.cli;

import app.earmark.library.Edit;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A step that a person took, as {@code --json} prints it. */
record EditView(long number, String at, String kind, String title, int clips, boolean undone) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    static EditView of(Edit edit) {
        return new EditView(
                edit.number(),
                edit.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                edit.kind().name().toLowerCase(Locale.ROOT),
                edit.title(),
                edit.clips(),
                edit.undone());
    }

    /** Such as {@code    12  2026-05-04 13:37  Tag "RAIN" on 12 clips}. */
    static String line(Edit edit) {
        return String.format(
                Locale.ROOT,
                "%6d  %s  %s%s",
                edit.number(),
                MINUTE.format(edit.at()),
                edit.title(),
                edit.undone() ? "  (undone)" : "");
    }
}
