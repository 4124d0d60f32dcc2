package app.earmark.ui.labels;

import app.earmark.library.AssertionRule;
import app.earmark.library.Taxonomy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** When the model asserts the labels of a taxonomy, and what it makes of their prompts. */
final class TaxonomyEditor extends VBox {

    private final LabelsViewModel model;
    private final CheckBox active = new CheckBox("The model looks for these labels");
    private final TextField threshold = field("rule-threshold", "Threshold");
    private final TextField topK = field("rule-top-k", "Most labels of one sound");
    private final TextField margin = field("rule-margin", "Margin below the best");
    private final TextArea templates = new TextArea();
    private boolean showing;

    TaxonomyEditor(LabelsViewModel model) {
        super(6);
        this.model = model;
        setId("taxonomy-editor");
        Label title = new Label("Rule of the taxonomy");
        title.getStyleClass().add("title-4");
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(4);
        grid.addRow(0, new Label("Threshold"), threshold);
        grid.addRow(1, new Label("Top-K"), topK);
        grid.addRow(2, new Label("Margin"), margin);
        templates.setId("templates");
        templates.setPrefRowCount(2);
        templates.setPromptText("the sound of {}");
        templates.setAccessibleText("Templates, one a line");
        active.setWrapText(true);
        templates.setWrapText(true);
        for (Node name : grid.getChildren()) {
            if (name instanceof Label label) {
                label.setMinWidth(USE_PREF_SIZE);
            }
        }
        Label about = new Label("Templates ({} stands for the prompt)");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, active, grid, about, templates);
        setDisable(model.readOnly());
        active.selectedProperty().addListener((property, before, now) -> changed());
        for (TextField field : List.of(threshold, topK, margin)) {
            field.textProperty().addListener((property, before, now) -> changed());
        }
        templates.textProperty().addListener((property, before, now) -> changed());
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText("the model's");
        field.setPrefColumnCount(8);
        return field;
    }

    /** @param anew whether another taxonomy than before is shown */
    void show(Taxonomy taxonomy, boolean anew) {
        showing = true;
        try {
            active.setSelected(taxonomy.active());
            AssertionRule rule = taxonomy.rule();
            fill(threshold, rule.threshold(), anew);
            fill(topK, number(rule.topK()), anew);
            fill(margin, rule.margin(), anew);
            if (anew || !lines().equals(taxonomy.templates())) {
                templates.setText(String.join("\n", taxonomy.templates()));
            }
        } finally {
            showing = false;
        }
    }

    private static void fill(TextField field, OptionalDouble number, boolean anew) {
        if (anew || !Optional.of(number).equals(Numbers.read(field.getText()))) {
            field.setText(Numbers.text(number).replaceFirst("\\.0$", ""));
        }
    }

    private static OptionalDouble number(OptionalInt whole) {
        return whole.isPresent() ? OptionalDouble.of(whole.getAsInt()) : OptionalDouble.empty();
    }

    private List<String> lines() {
        return templates
                .getText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void changed() {
        if (showing) {
            return;
        }
        Optional<OptionalDouble> least = Numbers.read(threshold.getText());
        Optional<OptionalDouble> most = Numbers.read(topK.getText());
        Optional<OptionalDouble> below = Numbers.read(margin.getText());
        boolean whole = most.isPresent() && (most.get().isEmpty() || most.get().getAsDouble() % 1 == 0);
        if (least.isEmpty() || below.isEmpty() || !whole) {
            model.misunderstood("Threshold and margin must be numbers such as 0.4, top-K a whole number, or empty.");
            return;
        }
        OptionalInt count =
                most.get().isPresent() ? OptionalInt.of((int) most.get().getAsDouble()) : OptionalInt.empty();
        AssertionRule rule = new AssertionRule(least.get(), count, below.get());
        model.change(draft -> Draft.settings(draft, active.isSelected(), rule, lines()));
    }
}
