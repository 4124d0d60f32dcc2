package app.earmark.ui.inspector;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.HoverText;
import app.earmark.ui.theme.Icons;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names at the left, values at the right. */
final class FactGrid extends GridPane {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> FIRST_FIELDS = List.of(
            "FXName",
            "Description",
            "Keywords",
            "CatID",
            "Category",
            "SubCategory",
            "UserCategory",
            "VendorCategory",
            "CreatorID",
            "SourceID",
            "Library",
            "Designer",
            "Manufacturer");

    private final List<Line> lines = new ArrayList<>();

    FactGrid() {
        getStyleClass().add("fact-grid");
        ColumnConstraints names = new ColumnConstraints(92);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        getColumnConstraints().addAll(names, values);
    }

    void show(Map<String, String> facts) {
        int line = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            if (line == lines.size()) {
                lines.add(new Line());
                addRow(line, lines.get(line).name, lines.get(line).value);
            }
            lines.get(line++).show(fact.getKey(), fact.getValue());
        }
        for (; line < lines.size(); line++) {
            lines.get(line).hide();
        }
    }

    /** Stays in its place from one clip to the next: a new one would be styled anew. */
    private static final class Line {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HoverText hover = new HoverText(value);

        Line() {
            name.getStyleClass().add("fact-name");
            value.getStyleClass().add("fact-value");
            value.setWrapText(true);
            value.setMaxWidth(Double.MAX_VALUE);
            GridPane.setValignment(name, VPos.TOP);
        }

        void show(String fact, String said) {
            name.setText(fact);
            value.setText(said);
            hover.set(said);
            Icons.show(name, true);
            Icons.show(value, true);
        }

        void hide() {
            Icons.show(name, false);
            Icons.show(value, false);
        }
    }

    static Map<String, String> of(Clip clip) {
        Map<String, String> facts = new LinkedHashMap<>();
        clip.facts().ifPresent(known -> put(facts, known));
        facts.put("Size", ClipText.size(clip.stamp().sizeBytes()));
        facts.put(
                "Modified",
                DAY.format(Instant.ofEpochMilli(clip.stamp().modifiedMillis()).atZone(ZoneId.systemDefault())));
        facts.put("Folder", String.valueOf(clip.path().getParent()));
        return facts;
    }

    /** Totals over several clips. */
    static Map<String, String> of(SelectionSummary summary) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Length", ClipText.position(summary.seconds()) + " in all");
        facts.put("Size", ClipText.size(summary.bytes()) + " in all");
        summary.formats().forEach((format, clips) -> facts.put(format, ClipText.count(clips, "sound", "sounds")));
        return facts;
    }

    private static void put(Map<String, String> facts, AudioFacts known) {
        facts.put("Format", known.format() + "  (" + known.codec() + ")");
        facts.put("Length", ClipText.position(known.durationSeconds()));
        facts.put("Rate", ClipText.rate(known.sampleRateHz()));
        facts.put("Channels", ClipText.channels(known.channels()));
        facts.put("Bit depth", ClipText.bitDepth(known));
    }

    /** The fields that are filled, the telling ones first, the rest by name. */
    static Map<String, String> of(ClipFields fields) {
        Map<String, String> shown = new LinkedHashMap<>();
        FIRST_FIELDS.stream()
                .filter(name -> !fields.get(name).isBlank())
                .forEach(name -> shown.put(name, fields.get(name)));
        new TreeMap<>(fields.values()).forEach((name, value) -> {
            if (!value.isBlank()) {
                shown.putIfAbsent(name, value);
            }
        });
        return shown;
    }
}
