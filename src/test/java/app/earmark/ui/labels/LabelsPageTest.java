package app.earmark.ui.labels;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.library.TaxonomyLabel;
import app.earmark.ui.fakes.MemoryLabels;
import app.earmark.ui.fakes.Threads;
import app.earmark.ui.task.TaskListViewModel;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class LabelsPageTest extends ApplicationTest {

    private final Threads threads = new Threads();
    private final LabelsViewModel model = new LabelsViewModel(
            new MemoryLabels(), false, new TaskListViewModel(threads.background()), threads.background(), () -> {});
    private LabelsPage page;

    @Override
    public void start(Stage stage) {
        page = new LabelsPage(model, clip -> {}, () -> {});
        stage.setScene(new Scene(page, 900, 700));
        stage.show();
        page.open();
    }

    @BeforeEach
    void chooseALabel() {
        interact(() -> model.change(draft -> Draft.with(draft, TaxonomyLabel.of("roar", List.of("a crowd roars")))));
        interact(() -> lookup("#label-tree").queryAs(LabelTree.class).select("roar"));
    }

    @Test
    void aThresholdIsTypedAKeyAtATime() {
        TextField threshold = lookup("#label-threshold").queryAs(TextField.class);
        clickOn(threshold).write("0.25");
        assertThat(threshold.getText()).isEqualTo("0.25");
        assertThat(roar().threshold()).isEqualTo(OptionalDouble.of(0.25));
    }

    @Test
    void aPromptIsTypedAtTheCaret() {
        TextArea prompts = lookup("#label-prompts").queryAs(TextArea.class);
        interact(() -> {
            prompts.requestFocus();
            prompts.positionCaret("a crowd".length());
        });
        write(" of men");
        assertThat(roar().prompts()).containsExactly("a crowd of men roars");
    }

    @Test
    void anotherLabelIsShownWhenChosen() {
        interact(() -> model.change(draft -> Draft.with(draft, TaxonomyLabel.of("horn", List.of("a brass horn")))));
        interact(() -> lookup("#label-tree").queryAs(LabelTree.class).select("horn"));
        assertThat(lookup("#label-prompts").queryAs(TextArea.class).getText()).isEqualTo("a brass horn");
    }

    private TaxonomyLabel roar() {
        return Draft.find(model.draft().get(), "roar").orElseThrow();
    }
}
