package app.earmark.ui.inspector;

import app.earmark.library.AudioFacts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.ui.text.ClipText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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

    FactGrid() {
        getStyleClass().add("fact-grid");
        ColumnConstraints names = new ColumnConstraints(92);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        getColumnConstraints().addAll(names, values);
    }

    void show(Map<String, String> facts) {
        getChildren().clear();
        int line = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add("fact-name");
            Label value = new Label(fact.getValue());
            value.getStyleClass().add("fact-value");
            value.setWrapText(true);
            value.setMaxWidth(Double.MAX_VALUE);
            value.setTooltip(new Tooltip(fact.getValue()));
            GridPane.setValignment(name, VPos.TOP);
            addRow(line++, name, value);
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
