package app.earmark.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.library.Tag;
import app.earmark.ui.browser.ResultRow;
import app.earmark.ui.fakes.MemoryAudition;
import app.earmark.ui.fakes.MemoryCatalog;
import app.earmark.ui.fakes.MemoryWindow;
import app.earmark.ui.search.SoundsLike;
import app.earmark.ui.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The window over a catalogue in memory, worked by mouse and keyboard. */
class ShellTest extends ApplicationTest {

    private final MemoryCatalog catalog = MemoryCatalog.of(200);
    private final MemoryAudition engine = new MemoryAudition();
    private final Settings settings = new Settings();
    private ShellViewModel model;
    private Stage stage;

    @Override
    public void start(Stage newStage) {
        stage = newStage;
        model = MemoryWindow.show(stage, MemoryWindow.parts(catalog, engine), settings);
    }

    @Override
    public void stop() {
        model.stop();
    }

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
    void reasonsTakeNoRoomWhereThereAreNone() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        assertThat(whyWidth()).isZero();

        search("oak door");
        until(() -> whyWidth() >= 170);
        assertThat(columnsWidth())
                .as("columns fill the table, none beyond its edge")
                .isBetween(table().getWidth() - 40, table().getWidth());

        interact(() -> lookup("#search-field").queryAs(TextField.class).clear());
        until(() -> whyWidth() == 0);
        assertThat(columnsWidth()).isBetween(table().getWidth() - 40, table().getWidth());
    }

    @Test
    void columnsThatDoNotFitAreReachedSideways() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        assertThat(sideways().isVisible()).isFalse();

        interact(() -> lookup(".split-pane").queryAs(SplitPane.class).setDividerPositions(0.2, 0.58));
        search("oak door");
        until(() -> whyWidth() >= 170 && sideways().isVisible());
        assertThat(sideways().getVisibleAmount()).isLessThan(sideways().getMax());
        interact(() -> sideways().setValue(sideways().getMax()));
        waitForFxEvents();
        assertThat(lookup(".column-header .label")
                        .match((Label label) -> "Why".equals(label.getText()))
                        .query()
                        .localToScene(0, 0)
                        .getX())
                .isLessThan(table().localToScene(table().getWidth(), 0).getX() - 170);

        interact(() -> lookup(".split-pane").queryAs(SplitPane.class).setDividerPositions(0.15, 0.8));
        until(() -> !sideways().isVisible());
        assertThat(columnsWidth()).isBetween(table().getWidth() - 40, table().getWidth());
    }

    private ScrollBar sideways() {
        return table().lookupAll(".virtual-flow > .scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fewerRowsUnderAScrolledTableAreShownByTheRowsThereAre() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        waitForFxEvents();
        int before = rowsMade();
        interact(() -> table().scrollTo(150));
        waitForFxEvents();

        search("boom");
        waitForFxEvents();

        assertThat(table().getItems()).as("more than fit").hasSizeBetween(25, 149);
        assertThat(rowsMade()).isLessThanOrEqualTo(before + 2);
    }

    private int rowsMade() {
        return lookup(".table-row-cell").queryAll().size();
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

    private double whyWidth() {
        return table().getColumns().stream()
                .filter(column -> "column-why".equals(column.getId()))
                .mapToDouble(column -> column.getWidth())
                .sum();
    }

    private double columnsWidth() {
        return table().getVisibleLeafColumns().stream()
                .mapToDouble(column -> column.getWidth())
                .sum();
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

    @Test
    void aNewQuestionIsAnsweredByRankAndNotByTheColumnSortedBefore() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        clickOn("Length");
        until(() -> !table().getSortOrder().isEmpty());

        search("oak door");

        assertThat(table().getSortOrder()).isEmpty();
        assertThat(table().getItems())
                .extracting(row -> row.hit())
                .isEqualTo(model.results().shown().get().results().hits());
    }

    @Test
    void aSoundStaysSelectedWhenSortedAndWhenTheSearchIsCleared() throws TimeoutException {
        search("oak door");
        clickFirst();
        ClipId selected = model.inspector().inspected().get().clip().id();

        clickOn("Length");
        until(() -> !table().getSortOrder().isEmpty());
        waitForFxEvents();
        assertThat(model.results().selectedIds()).containsExactly(selected);
        interact(model.search()::clear);
        until(() -> table().getItems().size() == 200);

        assertThat(model.results().selectedIds()).containsExactly(selected);
        assertThat(table().getSelectionModel().getSelectedItem().clip()).isEqualTo(selected);
    }

    @Test
    void aNewQuestionIsReadFromTheTop() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        interact(() -> table().scrollTo(199));
        waitForFxEvents();

        interact(() -> model.search().findLike(new SoundsLike(new ClipId(1), "first")));
        until(() -> model.results().shown().get().isRanked());

        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        until(() ->
                flow.getFirstVisibleCell() != null && flow.getFirstVisibleCell().getIndex() == 0);
    }

    @Test
    void aNewQuestionIsReadFromTheTopAlsoWhereASoundStaysSelected() throws TimeoutException {
        SoundsLike first = new SoundsLike(new ClipId(1), "first");
        interact(() -> model.search().findLike(first));
        until(() -> model.results().shown().get().isRanked());
        int worst = table().getItems().size() - 1;
        ClipId last = table().getItems().get(worst).clip();
        interact(() -> table().getSelectionModel().clearAndSelect(worst));
        interact(model.search()::clear);
        until(() -> table().getItems().size() == 200);
        int selected = table().getSelectionModel().getSelectedIndex();
        assertThat(rowsInSight()).as("kept in sight among all").contains(selected);

        interact(() -> model.search().findLike(first));
        until(() -> model.results().shown().get().isRanked());

        assertThat(rowsInSight()).as("the best first").contains(0);
        assertThat(model.results().selectedIds()).containsExactly(last);
    }

    @Test
    void theArrowLeavesTheSearchBoxForARowInSight() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        interact(() -> model.search().findLike(new SoundsLike(new ClipId(1), "first")));
        until(() -> model.results().shown().get().isRanked());
        interact(() ->
                table().getSelectionModel().clearAndSelect(table().getItems().size() - 1));
        assertThat(rowsInSight()).doesNotContain(table().getSelectionModel().getSelectedIndex());

        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL).type(KeyCode.DOWN);
        assertThat(table().getSelectionModel().getSelectedIndices()).containsExactly(0);

        type(KeyCode.DOWN);
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL).type(KeyCode.DOWN);
        assertThat(table().getSelectionModel().getSelectedIndices())
                .as("what is in sight stays selected")
                .containsExactly(1);
    }

    @Test
    void enterRightAfterTypingSelectsTheBestOfWhatWasTyped() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        ClipId before = table().getItems().get(0).clip();
        interact(() -> {
            TextField field = lookup("#search-field").queryAs(TextField.class);
            field.requestFocus();
            field.setText("boom");
            Event.fireEvent(
                    field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        until(() -> model.results().shown().get().text().equals("boom")
                && !table().getSelectionModel().isEmpty());

        ClipId best = table().getItems().get(0).clip();
        assertThat(best).isNotEqualTo(before);
        assertThat(table().getSelectionModel().getSelectedItem().clip()).isEqualTo(best);
    }

    @Test
    void reasonsOfAFormerQuestionAreNotLeftForScreenReaders() throws TimeoutException {
        search("oak door");
        assertThat(reasons()).isNotEmpty();

        interact(() -> lookup("#search-field").queryAs(TextField.class).clear());
        until(() -> table().getItems().size() == 200);

        assertThat(reasons()).isEmpty();
    }

    /** What the column of reasons says, in sight or not. */
    private List<String> reasons() {
        return lookup(".why-cell .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<Integer> rowsInSight() {
        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        return IntStream.rangeClosed(
                        flow.getFirstVisibleCell().getIndex(),
                        flow.getLastVisibleCell().getIndex())
                .boxed()
                .toList();
    }

    private void selectFirst() throws TimeoutException {
        until(() -> table().getItems().size() == 200);
        clickFirst();
    }

    /** Clicks again where the click went astray because the rows were still finding their places. */
    private void clickFirst() throws TimeoutException {
        for (int tries = 0; table().getSelectionModel().isEmpty() && tries < 10; tries++) {
            clickOn(firstNameCell());
            waitForFxEvents();
        }
        until(() -> model.inspector().inspected().get() != null);
    }

    /** That of the first row; cells do not lie in the table in the order of rows. */
    private Node firstNameCell() {
        return table().lookupAll(".table-row-cell").stream()
                .filter(row -> ((TableRow<?>) row).getIndex() == 0)
                .map(row -> row.lookup(".name-cell"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> labelsOfFirst() {
        ClipId first = model.inspector().inspected().get().clip().id();
        return catalog.tagsOf(first).tags().stream().map(Tag::label).toList();
    }

    private void search(String words) throws TimeoutException {
        clickOn("#search-field").write(words);
        until(() -> model.results().shown().get() != null
                && model.results().shown().get().text().equals(words)
                && !table().getItems().isEmpty()
                && table().getItems().get(0).cardNow() != null);
    }

    private TableView<ResultRow> table() {
        return lookup("#results-table").query();
    }

    private static void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean)
                .get());
        waitForFxEvents();
    }
}
