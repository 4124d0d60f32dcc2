package app.earmark.ui.browser;

import app.earmark.library.AudioFacts;
import app.earmark.ui.text.ClipText;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** The table's columns. */
final class Columns {

    /** Columns that share the room the others leave. */
    private static final Set<String> STRETCHING = Set.of("waveform", "name", "tags", "folder");

    private Columns() {}

    static List<TableColumn<ResultRow, ClipCard>> all() {
        TableColumn<ResultRow, ClipCard> bits =
                text("Bits", "bits", 46, SortKey.BITS, Pos.CENTER_RIGHT, fact(facts -> facts.bitDepth().stream()
                        .mapToObj(Integer::toString)
                        .findFirst()
                        .orElse("–")));
        TableColumn<ResultRow, ClipCard> folder = text(
                "Folder",
                "folder",
                180,
                SortKey.FOLDER,
                Pos.CENTER_LEFT,
                card -> String.valueOf(card.clip().path().getParent()));
        bits.setVisible(false);
        folder.setVisible(false);
        return List.of(
                column("Waveform", "waveform", 116, null, WaveformCell::new),
                column("Name", "name", 250, SortKey.NAME, NameCell::new),
                column("Tags", "tags", 180, null, TagsCell::new),
                text(
                        "Length",
                        "length",
                        66,
                        SortKey.DURATION,
                        Pos.CENTER_RIGHT,
                        fact(facts -> ClipText.duration(facts.durationSeconds()))),
                text("Format", "format", 56, SortKey.FORMAT, Pos.CENTER_LEFT, fact(AudioFacts::format)),
                text(
                        "kHz",
                        "rate",
                        54,
                        SortKey.RATE,
                        Pos.CENTER_RIGHT,
                        fact(facts -> ClipText.kiloHertz(facts.sampleRateHz()))),
                text(
                        "Ch",
                        "channels",
                        40,
                        SortKey.CHANNELS,
                        Pos.CENTER_RIGHT,
                        fact(facts -> Integer.toString(facts.channels()))),
                bits,
                folder,
                new WhyColumn());
    }

    private static Function<ClipCard, String> fact(Function<AudioFacts, String> text) {
        return card -> card.clip().facts().map(text).orElse("");
    }

    private static TableColumn<ResultRow, ClipCard> text(
            String title, String id, double width, SortKey key, Pos alignment, Function<ClipCard, String> text) {
        String[] styles = alignment == Pos.CENTER_RIGHT ? new String[] {"number-cell"} : new String[] {"fact-cell"};
        TableColumn<ResultRow, ClipCard> column =
                column(title, id, width, key, () -> new CardCell(text, alignment, styles));
        if (alignment == Pos.CENTER_RIGHT) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private static TableColumn<ResultRow, ClipCard> column(
            String title, String id, double width, SortKey key, Supplier<TableCell<ResultRow, ClipCard>> cell) {
        TableColumn<ResultRow, ClipCard> column = new TableColumn<>(title);
        column.setId("column-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(STRETCHING.contains(id) ? width * 0.6 : width);
        column.setMaxWidth(STRETCHING.contains(id) ? 2_000 : width * 1.3);
        column.setCellValueFactory(row -> row.getValue().card());
        column.setCellFactory(owner -> cell.get());
        column.setSortable(key != null);
        column.setUserData(key);
        column.setReorderable(true);
        return column;
    }
}
