package app.earmark.ui.labels;

import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** How the model looks for one label. */
final class LabelEditor extends VBox {

    private static final String TOP = "(none)";

    private final LabelsViewModel model;
    private final Label title = new Label();
    private final TextArea prompts = new TextArea();
    private final TextField threshold = new TextField();
    private final CheckBox heard = new CheckBox("Can be heard");
    private final ComboBox<String> parent = new ComboBox<>();
    private String label;
    private boolean showing;

    LabelEditor(LabelsViewModel model) {
        super(6);
        this.model = model;
        setId("label-editor");
        title.getStyleClass().add("title-4");
        prompts.setId("label-prompts");
        prompts.setPrefRowCount(4);
        prompts.setWrapText(true);
        prompts.setPromptText("How it sounds, a description a line; the label itself if there is none");
        prompts.setAccessibleText("Prompts, one a line");
        threshold.setId("label-threshold");
        threshold.setPromptText("the taxonomy's");
        threshold.setAccessibleText("Threshold");
        threshold.setPrefColumnCount(8);
        parent.setMaxWidth(Double.MAX_VALUE);
        parent.setAccessibleText("Stands under");
        getChildren()
                .addAll(
                        title,
                        new Label("Prompts"),
                        prompts,
                        wrapped("Threshold (similarity; probability once taught)"),
                        threshold,
                        new Label("Stands under"),
                        parent,
                        heard);
        prompts.textProperty().addListener((property, before, now) -> changed());
        threshold.textProperty().addListener((property, before, now) -> changed());
        heard.selectedProperty().addListener((property, before, now) -> changed());
        parent.valueProperty().addListener((property, before, now) -> changed());
        show(Optional.empty());
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Shows a label of the draft; fields that say the same already are left alone, so that typing goes on. */
    void show(Optional<String> chosen) {
        Taxonomy draft = model.draft().get();
        Optional<TaxonomyLabel> found = draft == null ? Optional.empty() : chosen.flatMap(l -> Draft.find(draft, l));
        boolean other = !found.map(TaxonomyLabel::label).equals(Optional.ofNullable(label));
        label = found.map(TaxonomyLabel::label).orElse(null);
        setDisable(found.isEmpty() || model.readOnly());
        showing = true;
        try {
            title.setText(found.map(TaxonomyLabel::label).orElse("Choose a label"));
            List<String> parents = new ArrayList<>(List.of(TOP));
            if (draft != null) {
                draft.labels().stream()
                        .map(TaxonomyLabel::label)
                        .filter(name -> !name.equals(label))
                        .forEach(parents::add);
            }
            if (!parent.getItems().equals(parents)) {
                parent.getItems().setAll(parents);
            }
            parent.setValue(found.flatMap(TaxonomyLabel::parent).orElse(TOP));
            heard.setSelected(found.map(TaxonomyLabel::heard).orElse(true));
            List<String> texts = found.map(TaxonomyLabel::prompts).orElse(List.of());
            if (other || !lines().equals(texts)) {
                prompts.setText(String.join("\n", texts));
            }
            OptionalDouble least = found.map(TaxonomyLabel::threshold).orElse(OptionalDouble.empty());
            if (other || !Optional.of(least).equals(Numbers.read(threshold.getText()))) {
                threshold.setText(Numbers.text(least));
            }
        } finally {
            showing = false;
        }
    }

    private List<String> lines() {
        return prompts.getText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void changed() {
        if (showing || label == null) {
            return;
        }
        Optional<OptionalDouble> least = Numbers.read(threshold.getText());
        if (least.isEmpty()) {
            model.misunderstood("The threshold must be a number such as 0.4, or empty.");
            return;
        }
        Optional<String> under = Optional.ofNullable(parent.getValue()).filter(name -> !name.equals(TOP));
        model.change(draft -> Draft.changed(
                draft,
                label,
                before -> new TaxonomyLabel(before.label(), under, lines(), least.get(), heard.isSelected())));
    }
}
