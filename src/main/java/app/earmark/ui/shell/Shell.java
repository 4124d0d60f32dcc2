package app.earmark.ui.shell;

import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.search.Moment;
import app.earmark.ui.adapter.AdapterPage;
import app.earmark.ui.browser.ResultsTable;
import app.earmark.ui.browser.RowActions;
import app.earmark.ui.history.HistoryPage;
import app.earmark.ui.inspector.Inspected;
import app.earmark.ui.inspector.InspectorActions;
import app.earmark.ui.inspector.InspectorView;
import app.earmark.ui.labels.LabelsPage;
import app.earmark.ui.library.SideBarView;
import app.earmark.ui.metadata.MetadataPage;
import app.earmark.ui.models.ModelsPage;
import app.earmark.ui.models.OfferBar;
import app.earmark.ui.player.PlayerView;
import app.earmark.ui.rename.RenamePage;
import app.earmark.ui.report.ReportPage;
import app.earmark.ui.review.ReviewPage;
import app.earmark.ui.search.FilterBar;
import app.earmark.ui.search.SearchBar;
import app.earmark.ui.search.SoundsLike;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.sheets.ExportPage;
import app.earmark.ui.sheets.ImportPage;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.TaskListView;
import app.earmark.ui.teach.TeachPage;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import app.earmark.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The window's content: side bar, search, results, inspector and player, and what their buttons do. */
public final class Shell extends BorderPane implements RowActions, InspectorActions {

    /** From the first rows to what can wait for them. */
    private static final Duration BREATH = Duration.ofMillis(500);

    private final ShellViewModel model;
    private final Settings settings;
    private final Background background;
    private final Dialogs dialogs;
    private final SearchBar searchBar;
    private final ResultsTable table;
    private final InspectorView inspector;
    private final Button theme;
    private final Button help;
    private final ShortcutSheet sheet;
    private final Shortcuts shortcuts;
    private final Dividers dividers;
    private final MainMenu menu;
    private final Pages pages;
    private final ModelsPage models;
    private final AdapterPage names;
    private final HistoryPage history;
    private final ExportPage exporting;
    private final ImportPage importing;
    private final ReviewPage review;
    private Consumer<Optional<String>> teach = label -> {};
    private Runnable report = () -> {};
    private final LabelsPage labels;
    private final RenamePage rename;
    private final MetadataPage metadata;
    private final TagMenus tagMenus;
    private final LibraryWork libraries;

    public Shell(ShellViewModel model, Settings settings, Background background) {
        this.model = model;
        this.settings = settings;
        this.background = background;
        dialogs = new Dialogs(settings);
        getStyleClass().add("shell");
        tagMenus = new TagMenus(model, this);
        libraries = new LibraryWork(model, dialogs, tagMenus, () -> getScene().getWindow(), this::reveal);
        searchBar = new SearchBar(model.search(), model.queryValues());
        table = new ResultsTable(model.results(), this, new Placeholder(model, libraries::addLibrary));
        inspector = new InspectorView(model.inspector(), this);
        List<Shortcut> keys = keys();
        sheet = new ShortcutSheet(keys);
        shortcuts = new Shortcuts(
                keys,
                () -> model.search().whenAnswered(table::enter),
                table::requestFocus,
                table::move,
                model.search()::settleTokens);
        theme = Icons.button(Feather.MOON, "Light or dark (Ctrl+D)", this::switchTheme);
        theme.setId("theme");
        help = Icons.button(Feather.HELP_CIRCLE, "Keyboard shortcuts (F1)", this::showShortcuts);
        Button export = Icons.button(Feather.SHARE, "Export… (Ctrl+E)", this::exportSelection);
        export.setId("export");
        Button showModels = Icons.button(Feather.CPU, "Models (Ctrl+M)", this::toggleModels);
        showModels.setId("models");
        menu = menu();
        HBox top = new HBox(searchBar, export, showModels, theme, help, menu);
        top.getStyleClass().add("top-bar");
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(searchBar, Priority.ALWAYS);
        // in a narrow window the menu alone has them
        top.widthProperty().addListener((property, before, now) -> List.of(export, showModels)
                .forEach(button -> Icons.show(button, now.doubleValue() > 640)));

        Label summary = new Label();
        summary.setId("summary");
        summary.getStyleClass().add("summary");
        summary.textProperty().bind(model.results().summary());
        summary.setMinWidth(Label.USE_PREF_SIZE);
        Label trouble = new Label();
        trouble.getStyleClass().add("search-trouble");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.search().trouble());
        trouble.visibleProperty().bind(model.search().trouble().isNotEmpty());
        trouble.managedProperty().bind(model.search().trouble().isNotEmpty());
        FailurePanel failures = new FailurePanel(model.failures());
        VBox browser = new VBox(
                top, new FilterBar(model.search().filters(), summary), trouble, new StackPane(table), failures);
        VBox.setVgrow(browser.getChildren().get(3), Priority.ALWAYS);
        pages = new Pages(browser, this::inheritFocus);
        models = new ModelsPage(model.models(), this::chooseModel, pages::leave);
        pages.add(models, models::open);
        names = new AdapterPage(model.names(), pages::leave);
        pages.add(names, names::open);
        history = new HistoryPage(model.history(), pages::leave);
        pages.add(history, history::open);
        addTeaching();
        review = pages.add(new ReviewPage(model.review(), this::leaveReview, model.player()::togglePlay), () -> {});
        labels = new LabelsPage(model.taxonomies(), this::play, pages::leave);
        pages.add(labels, labels::open);
        rename = pages.add(
                new RenamePage(model.renames(), pages::leave, model.history()::undo), () -> {}, model.renames()::close);
        metadata = pages.add(
                new MetadataPage(model.metadata(), pages::leave, model.history()::undo),
                () -> {},
                model.metadata()::close);
        exporting = new ExportPage(model.exporting(), this::chooseTarget, pages::leave);
        pages.add(exporting, exporting::open);
        importing = new ImportPage(model.importing(), this::chooseImport, model.history()::undo, pages::leave);
        pages.add(importing, importing::open);
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox middle = new VBox(new OfferBar(model.models()), pages);
        middle.getStyleClass().add("middle");

        SideBarView sideBar = new SideBarView(model.sideBar(), libraries, new TaskListView(model.tasks()));
        SplitPane split = new SplitPane(sideBar, middle, inspector);
        sideBar.setMinWidth(180);
        inspector.setMinWidth(260);
        middle.setMinWidth(420);
        dividers = new Dividers(split, settings);
        pages.onChange(page -> dividers.widen(page.isPresent() && page.get() != review));
        setCenter(split);
        setBottom(new VBox(new PlayerView(model.player()), new StatusBar(model, failures)));
        model.results().shown().addListener((property, before, now) -> {
            if (before == null) {
                background.later(BREATH, this::warmUp);
                background.later(BREATH.multipliedBy(2), table::warmUp);
            }
        });
        new Toasts(model.tasks(), this);
        new FolderDrop(this, model::addLibraries);
    }

    private void warmUp() {
        table.getItems().stream()
                .limit(1)
                .map(row -> row.cardNow())
                .filter(Objects::nonNull)
                .forEach(card -> inspector.warmUp(new Inspected(card.clip(), card.tags(), ClipFields.NONE)));
    }

    private List<Shortcut> keys() {
        return List.of(
                Shortcut.of("Shortcut+F", "Go to the search box", this::focusSearch),
                Shortcut.of("Shortcut+K", "Go to the search box", this::focusSearch),
                Shortcut.of("Space", "Play or pause", () -> model.player().togglePlay()),
                Shortcut.of(
                        "Shortcut+L", "Find what sounds like the selected sound", () -> withSelected(this::soundsLike)),
                Shortcut.of("Shortcut+R", "Loop on or off", () -> model.player()
                        .looping()
                        .set(!model.player().looping().get())),
                Shortcut.of("Shortcut+T", "Add a tag", this::addTag),
                Shortcut.of(
                        "Shortcut+Shift+C",
                        "Copy the path",
                        () -> copyPaths(model.results().selection().get())),
                Shortcut.outsideText("Shortcut+Z", "Undo", () -> model.history().undo()),
                Shortcut.outsideText(
                        "Shortcut+Shift+Z", "Do again", () -> model.history().redo()),
                Shortcut.of("Shortcut+U", "Review unsure sounds, or leave that", this::toggleReview),
                Shortcut.of("Shortcut+Shift+T", "Teach a label", () -> showTeaching(Optional.empty())),
                Shortcut.of("Shortcut+Shift+L", "Show or leave the labels", this::toggleLabels),
                Shortcut.of("Shortcut+Shift+R", "Rename the selection, or all results", this::renameSelection),
                Shortcut.of("Shortcut+I", "Write metadata into files, after a look", this::writeMetadata),
                Shortcut.of("Shortcut+H", "Show or leave the history", this::toggleHistory),
                Shortcut.of("Shortcut+O", "Add a library", libraries::addLibrary),
                Shortcut.of("Shortcut+E", "Export the selection, or all results", this::exportSelection),
                Shortcut.of("Shortcut+Shift+I", "Import a sheet", this::importSheet),
                Shortcut.of("Shortcut+Shift+X", "Reset all filters", () -> model.search()
                        .filters()
                        .reset()),
                Shortcut.of(
                        "Shortcut+Enter", "Do what the page offers: rename, write, export, import", () -> pages.act()),
                Shortcut.of("Shortcut+M", "Show or leave the models", this::toggleModels),
                Shortcut.of("Shortcut+D", "Light or dark", this::switchTheme),
                Shortcut.of("F1", "Show these shortcuts", this::showShortcuts),
                Shortcut.of("F10", "Open the menu", this::showMenu));
    }

    /** Dresses the scene and gives it the shortcuts. */
    public void install(Scene scene) {
        wear(Theme.ofCode(settings.text("theme", Theme.LIGHT.code())), scene);
        shortcuts.install(scene);
        new FocusHeir(scene, this::inheritFocus);
        dividers.place(scene.getWidth());
    }

    /** Puts the caret into the search box. */
    public void focusSearch() {
        pages.leave();
        searchBar.focusField();
    }

    private void toggleModels() {
        pages.toggle(models);
    }

    private void toggleReview() {
        if (pages.current().filter(review::equals).isPresent()) {
            leaveReview();
        } else {
            review(Optional.empty());
        }
    }

    /** Goes through what is on show, of one label or of any. */
    void review(Optional<String> label) {
        pages.open(review);
        model.beginReview(label);
        review.open();
    }

    private void leaveReview() {
        model.review().end();
        pages.leave();
    }

    private void addTeaching() {
        model.teach().ifPresent(taught -> {
            TeachPage page = new TeachPage(taught, pages::leave, this::teach);
            pages.add(page, page::open);
            teach = label -> {
                pages.open(page);
                label.ifPresent(taught::choose);
            };
        });
        model.report().ifPresent(reports -> {
            ReportPage page = new ReportPage(reports, pages::leave, this::teach);
            pages.add(page, page::open);
            report = () -> pages.toggle(page);
        });
    }

    /** Asks about sounds for a label. */
    private void teach(String label) {
        pages.open(review);
        model.beginTeaching(label);
        review.open();
    }

    /** Shows what labels have learnt; one of them, or the list. */
    void showTeaching(Optional<String> label) {
        teach.accept(label);
    }

    private void toggleLabels() {
        pages.toggle(labels);
    }

    @Override
    public void renameSelection() {
        List<ClipId> clips = model.exportable();
        if (clips.isEmpty()) {
            model.tasks().tell("There is nothing to rename; search for something first.");
            return;
        }
        pages.open(rename);
        rename.open(clips);
    }

    @Override
    public void writeMetadata() {
        List<ClipId> clips = model.exportable();
        if (clips.isEmpty()) {
            model.tasks().tell("There is nothing to write into; search for something first.");
            return;
        }
        pages.open(metadata);
        metadata.open(clips);
    }

    private void toggleHistory() {
        pages.toggle(history);
    }

    /** What can be done beyond searching; a line for each feature. */
    private MainMenu menu() {
        return new MainMenu()
                .add("Undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", model.history()::undo)
                .add("Do again", Feather.CORNER_UP_RIGHT, "Shortcut+Shift+Z", model.history()::redo)
                .add("Review unsure sounds", Feather.CHECK_SQUARE, "Shortcut+U", this::toggleReview)
                .add("Teach a label", Feather.BOOK_OPEN, "Shortcut+Shift+T", () -> showTeaching(Optional.empty()))
                .add("Report on labels", Feather.BAR_CHART_2, null, () -> report.run())
                .add("Labels", Feather.TAG, "Shortcut+Shift+L", this::toggleLabels)
                .add("History", Feather.CLOCK, "Shortcut+H", this::toggleHistory)
                .line()
                .add("Rename…", Feather.EDIT_3, "Shortcut+Shift+R", this::renameSelection)
                .add("Write metadata…", Feather.SAVE, "Shortcut+I", this::writeMetadata)
                .add("Export…", Feather.SHARE, "Shortcut+E", this::exportSelection)
                .add("Import a sheet…", Feather.DOWNLOAD, "Shortcut+Shift+I", this::importSheet)
                .line()
                .add("Learn from names", Feather.BOOK_OPEN, null, () -> pages.toggle(names))
                .add("Models", Feather.CPU, "Shortcut+M", this::toggleModels)
                .add("Light or dark", Feather.MOON, "Shortcut+D", this::switchTheme)
                .add("Keyboard shortcuts", Feather.HELP_CIRCLE, "F1", this::showShortcuts);
    }

    private Optional<Path> chooseModel() {
        return dialogs.chooseModel(getScene().getWindow());
    }

    private void inheritFocus() {
        if (pages.current().isPresent()) {
            pages.current().get().requestFocus();
            return;
        }
        if (table.getItems().isEmpty()) {
            focusSearch();
        } else {
            table.requestFocus();
        }
    }

    private void switchTheme() {
        Theme next = Theme.ofCode(settings.text("theme", Theme.LIGHT.code())).other();
        settings.set("theme", next.code());
        wear(next, getScene());
    }

    private void wear(Theme worn, Scene scene) {
        worn.wear(scene);
        theme.setGraphic(Icons.of(worn == Theme.DARK ? Feather.SUN : Feather.MOON));
    }

    private void showShortcuts() {
        sheet.toggle(help);
    }

    private void showMenu() {
        menu.show();
    }

    private void withSelected(Consumer<Clip> action) {
        List<Clip> selected = model.results().selection().get();
        if (!selected.isEmpty()) {
            action.accept(selected.get(selected.size() - 1));
        }
    }

    @Override
    public void play(Clip clip) {
        play(clip, model.results().momentOf(clip.id()));
    }

    @Override
    public void play(Clip clip, Optional<Moment> found) {
        model.player().load(clip, found);
        model.player().play();
    }

    @Override
    public void soundsLike(Clip clip) {
        model.search().findLike(new SoundsLike(clip.id(), ClipText.oneLine(clip.fileName())));
    }

    @Override
    public void addTag() {
        if (inspector.getScene() == null) {
            pages.leave();
        }
        inspector.focusAddTag();
    }

    @Override
    public void reveal(Clip clip) {
        reveal(clip.path());
    }

    private void reveal(Path path) {
        background.load(() -> Desktop.reveal(path), shown -> {}, failure -> model.tasks()
                .warn("No file manager could be opened for " + path + "."));
    }

    @Override
    public void copyPaths(List<Clip> clips) {
        ClipboardContent content = new ClipboardContent();
        content.putString(clips.stream().map(clip -> clip.path().toString()).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
        model.tasks().tell(clips.size() == 1 ? "Path copied." : clips.size() + " paths copied.");
    }

    @Override
    public void exportSelection() {
        pages.toggle(exporting);
    }

    private Optional<Path> chooseTarget(int clips) {
        return dialogs.chooseSheet(getScene().getWindow(), clips);
    }

    private void importSheet() {
        pages.toggle(importing);
    }

    private Optional<Path> chooseImport() {
        return dialogs.chooseImport(getScene().getWindow());
    }

    @Override
    public void onlyFolder(Clip clip) {
        model.search().filters().onlyFolder(String.valueOf(clip.path().getParent()));
    }

    @Override
    public void replaceTag(String label, List<ClipId> on, Node owner) {
        tagMenus.replace(label, on, owner);
    }

    @Override
    public void tagMenu(String label, List<ClipId> on, Node owner, ContextMenuEvent event) {
        tagMenus.show(label, on, owner, event);
    }

    @Override
    public void onlyTag(String label) {
        model.search().filters().toggleTag(label);
    }
}
