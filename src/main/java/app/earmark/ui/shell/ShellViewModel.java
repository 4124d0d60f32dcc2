package app.earmark.ui.shell;

import app.earmark.library.CatalogueCounts;
import app.earmark.library.Clip;
import app.earmark.library.ClipFailure;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.SoundLibrary;
import app.earmark.ucs.UcsCategory;
import app.earmark.ucs.UcsTable;
import app.earmark.ui.adapter.AdapterViewModel;
import app.earmark.ui.browser.ResultsViewModel;
import app.earmark.ui.history.HistoryViewModel;
import app.earmark.ui.inspector.InspectorViewModel;
import app.earmark.ui.labels.LabelsViewModel;
import app.earmark.ui.library.RelocationViewModel;
import app.earmark.ui.library.SideBarViewModel;
import app.earmark.ui.metadata.MetadataViewModel;
import app.earmark.ui.models.ModelsViewModel;
import app.earmark.ui.player.PlayerViewModel;
import app.earmark.ui.rename.RenameViewModel;
import app.earmark.ui.report.ReportViewModel;
import app.earmark.ui.review.ReviewViewModel;
import app.earmark.ui.search.FilterViewModel;
import app.earmark.ui.search.QueryValues;
import app.earmark.ui.search.SearchViewModel;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.sheets.ExportScope;
import app.earmark.ui.sheets.ExportViewModel;
import app.earmark.ui.sheets.ImportViewModel;
import app.earmark.ui.tags.LabelChoice;
import app.earmark.ui.tags.LabelChoices;
import app.earmark.ui.tags.LabelUse;
import app.earmark.ui.tags.TagEdits;
import app.earmark.ui.task.Background;
import app.earmark.ui.task.InTurn;
import app.earmark.ui.task.TaskListViewModel;
import app.earmark.ui.teach.TeachViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All features' view models, wired to each other over one catalogue. */
public final class ShellViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(ShellViewModel.class);

    private final WindowParts parts;
    private final Background background;
    private final FilterViewModel filters;
    private final SearchViewModel search;
    private final ResultsViewModel results;
    private final SideBarViewModel sideBar;
    private final InspectorViewModel inspector;
    private final PlayerViewModel player;
    private final TaskListViewModel tasks;
    private final ScanViewModel scans;
    private final RelocationViewModel relocation;
    private final RetagViewModel retags;
    private final RelistenViewModel relistens;
    private final ModelsViewModel models;
    private final AdapterViewModel names;
    private final CatalogueWatch watch;
    private final LabelChoices labels;
    private final QueryValues queryValues;
    private final TagEdits edits;
    private final HistoryViewModel history;
    private final ExportViewModel exporting;
    private final ImportViewModel importing;
    private final ReviewViewModel review;
    private TeachViewModel teach;
    private ReportViewModel report;
    private final LabelsViewModel taxonomies;
    private final RenameViewModel renames;
    private final MetadataViewModel metadata;
    private final ObservableList<ClipFailure> failures = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper unfinished = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(Situation.STARTING);

    public ShellViewModel(WindowParts parts, Settings settings, Background background) {
        this.parts = parts;
        this.background = background;
        UcsTable ucs = UcsTable.load();
        labels = new LabelChoices(ucs.entries().stream()
                .map(entry -> new LabelChoice(entry.catId(), entry.categoryFull()))
                .toList());
        filters = new FilterViewModel(labels::nameOf);
        queryValues = new QueryValues(
                labels,
                filters,
                ucs.categories().stream().map(UcsCategory::name).toList());
        search = new SearchViewModel(parts.searcher(), parts.correcting().queries(), filters, background);
        results = new ResultsViewModel(parts.clips(), search, background);
        sideBar = new SideBarViewModel(parts.clips(), parts.tags(), filters, background);
        InTurn turn = new InTurn(background);
        edits = new TagEdits(parts.clips(), parts.tags(), parts.correcting().journal(), labels, parts.readOnly(), turn);
        inspector = new InspectorViewModel(parts.clips(), parts.searcher(), edits, background);
        player = new PlayerViewModel(parts.player(), parts.clips(), settings, background);
        tasks = new TaskListViewModel(background);
        history = new HistoryViewModel(
                parts.correcting().history(), parts.readOnly(), tasks, turn, background, this::catalogueChanged);
        renames = new RenameViewModel(
                parts.files().renames(), parts.readOnly(), settings, tasks, turn, background, this::catalogueChanged);
        metadata = new MetadataViewModel(
                parts.files().metadata(), parts.readOnly(), tasks, turn, background, this::catalogueChanged);
        exporting = new ExportViewModel(parts.sheets(), this::clipsOf, tasks, settings, background);
        importing = new ImportViewModel(
                parts.sheets(),
                parts.readOnly(),
                parts.correcting().history()::undoable,
                tasks,
                background,
                this::catalogueChanged);
        scans = new ScanViewModel(parts, tasks, this::catalogueChanged);
        relocation = new RelocationViewModel(parts.libraries(), tasks, this::catalogueChanged, this::addLibraries);
        retags = new RetagViewModel(parts, tasks, background, this::catalogueChanged);
        relistens = new RelistenViewModel(parts, scans, background);
        names = new AdapterViewModel(parts.names(), tasks, background, parts.readOnly());
        models = new ModelsViewModel(parts.models(), tasks, settings, background, this::modelChosen);
        taxonomies = new LabelsViewModel(
                parts.correcting().labels(), parts.readOnly(), tasks, background, this::labelsChanged);
        watch = new CatalogueWatch(parts.clips(), background, this::catalogueChanged);
        edits.onChange(this::tagsChanged);
        edits.onNewLabel(retags::retag);
        results.selection().addListener((property, before, now) -> {
            inspector.inspect(now);
            if (now.size() == 1) {
                player.audition(now.get(0), results.momentOf(now.get(0).id()));
            }
        });
        results.shown().addListener((property, before, now) -> {
            judge();
            if (player.clip().get() != null) {
                player.showMoment(results.momentOf(player.clip().get().id()));
            }
            if (before == null) {
                logStart();
                warmUp();
            }
        });
        review = new ReviewViewModel(parts.clips(), edits, this::playWhole, history::undo, background);
        review.question()
                .addListener((property, before, now) ->
                        inspector.inspect(now == null ? results.selection().get() : List.of(now.clip())));
        parts.correcting().teaching().ifPresent(teaching -> {
            edits.onCorrection(teaching::corrected);
            teach = new TeachViewModel(
                    teaching, parts.clips(), labels, parts.readOnly(), tasks, background, this::claimsChanged);
            teaching.whenLearnt(learnt -> background.show(() -> review.renew(learnt.label())));
            report = new ReportViewModel(teaching, labels, tasks);
        });
        sideBar.counts().addListener((property, before, now) -> judge());
        scans.running().addListener((property, before, now) -> judge());
    }

    /** Reads the catalogue for the first time and follows its changes from then on; views may be made after this. */
    public void start() {
        search.search();
        readSideBar();
        watch.start();
        retags.goOnSoon();
        relistens.goOnSoon();
        parts.notice().ifPresent(sentence -> background.show(() -> tasks.tell(sentence)));
    }

    private static void logStart() {
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start -> LOG.info(
                        "first results {} ms after the program's start",
                        Duration.between(start, Instant.now()).toMillis()));
    }

    /** The model and the vectors load when the first rows are on show, to be there for the first words typed. */
    private void warmUp() {
        background.load(
                () -> {
                    parts.searcher().warmUp();
                    labels.learnSynonyms(parts.correcting().names()::synonymsOf);
                    return true;
                },
                begun -> {});
    }

    public void stop() {
        watch.stop();
        tasks.cancelAll();
        parts.player().close();
    }

    private void readSideBar() {
        sideBar.refresh();
        background.load(parts.clips()::failures, failures::setAll);
        background.load(() -> LabelUse.read(parts.tags()), labels::follow);
    }

    private void catalogueChanged() {
        readSideBar();
        renames.refresh();
        metadata.refresh();
        importing.refresh();
        taxonomies.follow();
        results.refresh();
        inspector.refresh();
        search.search();
    }

    /** The taxonomies are others: what they name is read again, and tags follow. */
    private void labelsChanged() {
        readSideBar();
        retags.retag();
    }

    /** What was learnt tags other sounds. */
    private void claimsChanged() {
        tagsChanged();
        inspector.refresh();
    }

    private void tagsChanged() {
        sideBar.refresh();
        importing.refresh();
        results.refresh();
        if (!history.edits().isEmpty()) {
            history.refresh();
        }
    }

    private void playWhole(Clip clip) {
        player.load(clip);
        player.play();
    }

    /** Reviews the selection where several sounds are selected, else all results, of one label or of any. */
    void beginReview(Optional<String> label) {
        review.begin(
                results.selectedIds().size() > 1
                        ? results.selectedIds()
                        : results.rows().stream().map(row -> row.clip()).toList(),
                label);
    }

    /** Asks about sounds that a label has most to learn from. */
    void beginTeaching(String label) {
        review.begin(progress -> teach.questions(label), Optional.of(label));
    }

    Optional<TeachViewModel> teach() {
        return Optional.ofNullable(teach);
    }

    Optional<ReportViewModel> report() {
        return Optional.ofNullable(report);
    }

    MetadataViewModel metadata() {
        return metadata;
    }

    RenameViewModel renames() {
        return renames;
    }

    ReviewViewModel review() {
        return review;
    }

    private void judge() {
        CatalogueCounts counts = sideBar.counts().get();
        unfinished.set(counts != null
                && scans.running().get() == 0
                && counts.listened() + counts.failed() < counts.clips() - counts.offline());
        situation.set(Situation.of(
                results.shown().get(),
                counts == null ? -1 : counts.clips(),
                scans.running().get() > 0));
    }

    /** The selection, or everything on show when nothing is selected. */
    List<ClipId> exportable() {
        return clipsOf(results.selectedIds().isEmpty() ? ExportScope.RESULTS : ExportScope.SELECTION);
    }

    private List<ClipId> clipsOf(ExportScope scope) {
        return switch (scope) {
            case SELECTION -> results.selectedIds();
            case RESULTS -> results.rows().stream().map(row -> row.clip()).toList();
            case ALL -> parts.clips().matching(ClipFilter.ALL);
        };
    }

    /** What goes into a sheet. */
    public ExportViewModel exporting() {
        return exporting;
    }

    /** A sheet that comes in. */
    public ImportViewModel importing() {
        return importing;
    }

    void addLibraries(List<Path> folders) {
        scans.scan(folders, false);
    }

    /** Goes on with scans that were stopped: only what is missing is done. */
    void goOnListening() {
        scans.scan(
                sideBar.libraries().stream()
                        .filter(library -> !library.absent())
                        .map(SoundLibrary::root)
                        .toList(),
                false);
    }

    /** Whether there are sounds that were not listened to, and no scan is at work on them. */
    ReadOnlyBooleanProperty unfinished() {
        return unfinished.getReadOnlyProperty();
    }

    /** Another model was chosen: it listens to what it has not heard, and tags follow it. */
    public void modelChosen() {
        relistens.goOn();
        retags.retag();
        search.search();
    }

    void acceptMissing(SoundLibrary library) {
        scans.scan(List.of(library.root()), true);
    }

    void addSamples() {
        scans.scanSamples();
    }

    void forget(SoundLibrary library) {
        tasks.start(
                "Forgetting " + library.name(),
                progress -> {
                    parts.libraries().forget(library);
                    return library.name();
                },
                name -> {
                    catalogueChanged();
                    tasks.tell(name + " is forgotten; its files are untouched.");
                },
                failure -> tasks.warn(library.name() + " could not be forgotten: " + failure.getMessage()));
    }

    public SearchViewModel search() {
        return search;
    }

    public ResultsViewModel results() {
        return results;
    }

    RelocationViewModel relocation() {
        return relocation;
    }

    SideBarViewModel sideBar() {
        return sideBar;
    }

    public InspectorViewModel inspector() {
        return inspector;
    }

    public PlayerViewModel player() {
        return player;
    }

    public TaskListViewModel tasks() {
        return tasks;
    }

    QueryValues queryValues() {
        return queryValues;
    }

    HistoryViewModel history() {
        return history;
    }

    /** What the person says about tags, from wherever in the window. */
    public TagEdits edits() {
        return edits;
    }

    AdapterViewModel names() {
        return names;
    }

    LabelsViewModel taxonomies() {
        return taxonomies;
    }

    ModelsViewModel models() {
        return models;
    }

    /** Sounds that could not be listened to. */
    ObservableList<ClipFailure> failures() {
        return failures;
    }

    ReadOnlyObjectProperty<Situation> situation() {
        return situation.getReadOnlyProperty();
    }

    boolean readOnly() {
        return parts.readOnly();
    }
}
