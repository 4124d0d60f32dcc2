package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.library.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The window over a catalogue in memory, worked by mouse and keyboard. */
class ShellTest extends WorkedWindowTest {

    @Test
    void typingFindsClickingSelectsAndTheInspectorShowsTheClip() throws TimeoutException {
        search("oak door");
        clickFirst();

        Clip clip = model.inspector().inspected().get().clip();
        assertThat(clip.fileName().toLowerCase(Locale.ROOT)).contains("oak door");
        assertThat(lookup(".inspector-name").queryAs(Label.class).getText()).isEqualTo(clip.fileName());
        until(() -> engine.told.contains("play " + clip.fileName() + " from 0.0"));
        assertThat(lookup("#inspector").tryQuery()).isPresent();
        assertThat(lookup("#player").tryQuery()).isPresent();
        assertThat(lookup("#add-library").tryQuery()).isPresent();
    }

    @Test
    void arrowsMoveAndAuditionAndSpacePauses() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        clickOn(firstNameCell());
        until(() -> model.player().clip().get() != null);

        type(KeyCode.DOWN);
        until(() -> table().getSelectionModel().getSelectedIndex() == 1
                && new ClipId(2).equals(model.player().clip().get().id()));
        until(() -> model.player().playing().get());
        type(KeyCode.SPACE);
        until(() -> engine.told.contains("pause"));

        assertThat(table().getSelectionModel().getSelectedIndices()).containsExactly(1);
    }

    @Test
    void spaceInTheSearchBoxTypesABlank() {
        clickOn("#search-field").write("a b");

        assertThat(lookup("#search-field").queryAs(TextField.class).getText()).isEqualTo("a b");
        assertThat(engine.told).isEmpty();
    }

    @Test
    void aFilterThatLeavesNothingSaysWhichToRemove() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        interact(() -> {
            model.search().filters().toggleCategory("DOORS");
            model.search().filters().onlyFolder("/nowhere");
        });
        until(() -> lookup(".table-placeholder .empty-title").tryQuery().isPresent());

        assertThat(lookup(".table-placeholder .empty-title")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("No sound passes these filters");
        clickOn("Remove Folder: /nowhere");
        until(() -> !table().getItems().isEmpty());
        assertThat(model.search().filters().pills()).hasSize(1);
        clickOn("#reset-filters");
        until(() -> table().getItems().size() == 200);
    }

    @Test
    void aTagTypedInTheInspectorHoldsAndIsCounted() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        clickOn(firstNameCell());
        until(() -> model.inspector().inspected().get() != null);

        clickOn("#add-tag").write("trailer").type(KeyCode.ENTER);

        until(() ->
                catalog.tagsOf(new ClipId(1)).tags().stream().map(Tag::label).anyMatch("trailer"::equals));
        until(() -> lookup("#side-bar").queryParent().lookupAll(".side-name").stream()
                .anyMatch(node -> ((Label) node).getText().equals("trailer")));
    }

    @Test
    void aBlankWhileTypingATagChoosesNothing() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        clickOn(firstNameCell());
        until(() -> model.inspector().inspected().get() != null);
        long before = catalog.revision();

        clickOn("#add-tag").write("metal im");
        sleep(600);
        write("pa");

        assertThat(lookup("#add-tag").queryAs(TextField.class).getText()).isEqualTo("metal impa");
        assertThat(catalog.revision()).isEqualTo(before);
    }

    @Test
    void sidebarCategoryNarrowsAndAbsentLibrariesAreMarked() throws TimeoutException {
        until(() -> lookup(".side-line.absent").tryQuery().isPresent());

        clickOn("Doors");
        until(() -> table().getItems().size()
                == model.sideBar().counts().get().byCategory().get("DOORS"));

        assertThat(model.search().filters().pills())
                .extracting(pill -> pill.value())
                .containsExactly("Doors");
    }

    @Test
    void soundsLikeThisRanksByLikenessAndShowsWhy() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        clickOn(firstNameCell());
        until(() -> model.inspector().inspected().get() != null);

        clickOn("#sounds-like-this");
        until(() -> model.results().shown().get().example().isPresent());

        assertThat(lookup(".example-pill").queryButton().isMnemonicParsing())
                .as("an underscore in a name is no mnemonic")
                .isFalse();
        assertThat(table().getItems()).noneMatch(row -> row.clip().equals(new ClipId(1)));
        assertThat(table().getItems().get(0).hit().similarity()).isPresent();
        assertThat(table().getColumns())
                .filteredOn(column -> "column-why".equals(column.getId()))
                .allMatch(column -> column.isVisible());
    }

    @Test
    void similarSoundsFollowTheSelection() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        clickOn(firstNameCell());
        until(() -> !similarSounds().isEmpty() && similarSounds().equals(similarNames()));
        List<String> first = similarSounds();

        interact(() -> table().getSelectionModel().clearAndSelect(5));
        until(() -> !similarSounds().equals(first) && similarSounds().equals(similarNames()));

        interact(() -> model.inspector().similar().remove(2, similarNames().size()));
        assertThat(similarSounds()).hasSize(2).isEqualTo(similarNames());
    }

    /** As the inspector's lines say. */
    private List<String> similarSounds() {
        return lookup(".similar-name").queryAllAs(Label.class).stream()
                .filter(name -> name.getParent().getParent().getParent().isVisible())
                .map(Label::getText)
                .toList();
    }

    private List<String> similarNames() {
        return model.inspector().similar().stream()
                .map(similar -> similar.clip().fileName())
                .toList();
    }

    @Test
    void failuresOpenBelowTheTableAndNothingIsModal() throws TimeoutException {
        until(() -> lookup("#show-failures").tryQuery().filter(Node::isVisible).isPresent());

        clickOn("#show-failures");

        assertThat(lookup("#failures").query().isVisible()).isTrue();
        assertThat(listWindows().size()).isEqualTo(1);
        search("rain");
    }

    @Test
    void theThemeSwitchesAndIsRemembered() {
        int light = stage.getScene().getStylesheets().hashCode();

        press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
        waitForFxEvents();

        assertThat(settings.text("theme", "")).isEqualTo("dark");
        assertThat(stage.getScene().getStylesheets().hashCode()).isNotEqualTo(light);
    }

    @Test
    void focusGoesToTheSearchBoxAndOnToTheResults() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("search-field");

        type(KeyCode.DOWN);
        until(() -> Optional.ofNullable(table().getSelectionModel().getSelectedItem())
                .isPresent());
        assertThat(stage.getScene().getFocusOwner()).isEqualTo(table());
    }

    @Test
    void enterAddsTheWordsTypedAlsoWhereACategoryBeginsWithThem() throws TimeoutException {
        selectFirst();
        List<String> before = labelsOfFirst();

        clickOn("#add-tag").write("dog");
        sleep(600); // the list of fitting labels comes up
        write(" collar").type(KeyCode.ENTER);
        until(() -> labelsOfFirst().contains("dog collar"));
        clickOn("#add-tag").write("door");
        sleep(600);
        type(KeyCode.ENTER);
        until(() -> labelsOfFirst().contains("door"));

        assertThat(labelsOfFirst()).hasSize(before.size() + 2);
    }

    @Test
    void anArrowChoosesACategoryForTheWordsTyped() throws TimeoutException {
        selectFirst();

        clickOn("#add-tag").write("doors-creak");
        sleep(600);
        type(KeyCode.BACK_SPACE);
        sleep(600);
        type(KeyCode.DOWN).type(KeyCode.ENTER);

        until(() -> labelsOfFirst().contains("DOORCreak"));
    }

    @Test
    void spacePlaysAlsoAfterAButtonWasClicked() throws TimeoutException {
        selectFirst();
        until(() -> model.player().playing().get());
        clickOn("#loop");

        type(KeyCode.SPACE);
        until(() -> engine.told.contains("pause"));

        assertThat(model.player().looping().get()).isTrue();
    }

    private void selectFirst() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        clickFirst();
    }

    private List<String> labelsOfFirst() {
        ClipId first = model.inspector().inspected().get().clip().id();
        return catalog.tagsOf(first).tags().stream().map(Tag::label).toList();
    }
}
