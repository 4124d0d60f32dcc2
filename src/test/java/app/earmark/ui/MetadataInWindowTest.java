package app.earmark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.metadata.write.MetadataPlan;
import app.earmark.ui.metadata.TextLine;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Writing into real files from the window, over a real catalogue, and back. */
class MetadataInWindowTest extends RealFilesWindowTest {

    MetadataInWindowTest() {
        super("gate_01.wav", "gate_02.wav", "nameless.wav");
    }

    @Test
    void whatWouldChangeIsShownWrittenAndTakenBack() throws Exception {
        byte[] original = Files.readAllBytes(library.resolve("gate_01.wav"));
        open();
        until(() -> text("#metadata-summary").equals("3 files would change"));
        until(() -> afterwards().contains("DOORGate"));
        assertThat(library.resolve("gate_01.wav")).hasBinaryContent(original);

        clickOn("#write-metadata");
        until(() -> text("#metadata-summary").equals("3 files written"));
        assertThat(node("#write-metadata").isDisabled()).isTrue();
        assertThat(plans()).allMatch(plan -> plan.differences().isEmpty());
        assertThat(earmark.metadata().read(library.resolve("gate_01.wav")).toString())
                .contains("DOORGate");

        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> text("#metadata-summary").equals("3 files would change"));
        assertThat(library.resolve("gate_01.wav")).hasBinaryContent(original);
        type(KeyCode.ESCAPE); // while a notice is on show
        until(() -> !node("#metadata-page").isVisible());
        assertThat(plans()).isEmpty();
    }

    @Test
    void aFileThatIsUntickedStaysAsItIs() throws Exception {
        byte[] original = Files.readAllBytes(library.resolve("gate_01.wav"));
        open();
        until(() -> plans().size() == 3);
        type(KeyCode.ENTER); // the first file has the keyboard
        until(() -> text("#metadata-summary").equals("2 files would change, 1 left out"));
        clickOn("#write-metadata");
        until(() -> text("#metadata-summary").startsWith("2 files written"));
        assertThat(library.resolve("gate_01.wav")).hasBinaryContent(original);
    }

    @Test
    void theFileThatIsLookedAtStaysSoAndWhatHinderedItIsSaid() throws Exception {
        open();
        until(() -> plans().size() == 3);
        interact(() -> table("#metadata-files").getSelectionModel().clearAndSelect(1));
        until(() -> afterwards().contains("DOORGate"));
        Files.delete(library.resolve("gate_02.wav"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("#metadata-summary").startsWith("2 files written; 1 left as it was."));
        until(() -> text("#metadata-remark").startsWith("There is no file " + library.resolve("gate_02.wav")));
        assertThat(table("#metadata-files").getSelectionModel().getSelectedIndex())
                .isEqualTo(1);
    }

    @Test
    void goingToTheSearchBoxForgetsTheFiles() throws TimeoutException {
        open();
        until(() -> plans().size() == 3);
        push(KeyCode.CONTROL, KeyCode.F);
        until(() -> !node("#metadata-page").isVisible());
        assertThat(plans()).isEmpty();
    }

    private void open() throws TimeoutException {
        until(() -> table("#results-table").getItems().size() == 3);
        push(KeyCode.CONTROL, KeyCode.I);
        until(() -> node("#metadata-page").isVisible());
    }

    private List<MetadataPlan> plans() {
        return this.<MetadataPlan>table("#metadata-files").getItems();
    }

    private String afterwards() {
        return this.<TextLine>table("#metadata-differences").getItems().toString();
    }
}
