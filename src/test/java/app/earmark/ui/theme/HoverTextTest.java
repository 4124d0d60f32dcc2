package app.earmark.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class HoverTextTest extends ApplicationTest {

    private Label label;
    private HoverText hover;

    @Override
    public void start(Stage stage) {
        label = new Label("a label to point at");
        hover = new HoverText(label);
        stage.setScene(new Scene(new StackPane(label), 300, 200));
        stage.show();
    }

    @Test
    void theTooltipIsMadeWhenTheMouseComesAndFollowsTheText() {
        interact(() -> hover.set("first"));
        assertThat(tooltips()).isZero();
        assertThat(label.getAccessibleHelp()).isEqualTo("first");

        moveTo(label);
        assertThat(shown()).isEqualTo("first");

        interact(() -> hover.set("second"));
        assertThat(shown()).isEqualTo("second");

        interact(() -> hover.set(""));
        assertThat(tooltips()).isZero();
        assertThat(label.getAccessibleHelp()).isNull();
    }

    @Test
    void aTextThatComesWhileTheMouseRestsIsShownToo() {
        moveTo(label);
        assertThat(tooltips()).isZero();

        interact(() -> hover.set("came late"));
        assertThat(shown()).isEqualTo("came late");
    }

    private String shown() {
        return label.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(tooltip -> ((Tooltip) tooltip).getText())
                .findFirst()
                .orElse("none");
    }

    private long tooltips() {
        return label.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .count();
    }
}
