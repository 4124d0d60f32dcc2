package app.earmark.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Scores of clips against labels as comma-separated text: a row for each pair of clip and label. */
public final class ScoreSheet implements Closeable {

    private final DelimitedRows rows;

    public ScoreSheet(OutputStream target) {
        rows = new DelimitedRows(',', List.of("path", "label", "similarity", "probability"), target);
    }

    public void row(Path clip, String label, double similarity, double probability) {
        rows.row(List.of(
                Cell.text(clip.toString()), Cell.text(label), Cell.number(similarity), Cell.number(probability)));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
