package app.earmark.export;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as JSON objects keyed by column: one array of them, or one object a line. Empty cells are {@code null}. */
final class JsonRows implements RowWriter {

    private final List<String> columns;
    private final Writer out;
    private final boolean array;
    private boolean first = true;

    JsonRows(List<String> columns, OutputStream target, boolean array) throws IOException {
        this.columns = columns;
        this.array = array;
        out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        out.write(array ? "[" : "");
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (array) {
            out.write(first ? "\n" : ",\n");
        }
        first = false;
        // One writer a row: a JsonWriter insists on being closed only after a whole document, and a line is one.
        JsonWriter json = new JsonWriter(out);
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        json.beginObject();
        for (int i = 0; i < columns.size(); i++) {
            json.name(columns.get(i));
            write(json, cells.get(i));
        }
        json.endObject();
        json.flush();
        if (!array) {
            out.write("\n");
        }
    }

    private static void write(JsonWriter json, Cell cell) throws IOException {
        if (cell instanceof Cell.Text text) {
            json.value(text.value());
        } else if (cell instanceof Cell.Numeric number) {
            if (number.isWhole()) {
                json.value((long) number.value());
            } else {
                json.value(number.value());
            }
        } else {
            json.nullValue();
        }
    }

    @Override
    public void close() throws IOException {
        out.write(array ? "\n]\n" : "");
        out.close();
    }
}
