package app.earmark.ui.fakes;

import app.earmark.export.ColumnPresets;
import app.earmark.export.TagSheet;
import app.earmark.importing.SheetImport;
import app.earmark.indexing.ScanReport;
import app.earmark.library.LabelNames;
import app.earmark.library.TagPrecedence;
import app.earmark.progress.Progress;
import app.earmark.ucs.UcsTable;
import app.earmark.ui.EarmarkWindow;
import app.earmark.ui.search.QueryReading;
import app.earmark.ui.settings.Settings;
import app.earmark.ui.sheets.SheetService;
import app.earmark.ui.shell.Correcting;
import app.earmark.ui.shell.FileEditing;
import app.earmark.ui.shell.Shell;
import app.earmark.ui.shell.ShellViewModel;
import app.earmark.ui.shell.WindowParts;
import app.earmark.ui.task.Background;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window over a catalogue in memory; run as a program to look at it: {@code MemoryWindow SETTINGS [clips]}. */
public final class MemoryWindow {

    private MemoryWindow() {}

    /** Puts the window on a stage and starts its model; whoever shows it stops that. */
    public static ShellViewModel show(Stage stage, WindowParts parts, Settings settings) {
        Background background = Background.ofThreads();
        ShellViewModel model = new ShellViewModel(parts, settings, background);
        Shell shell = new Shell(model, settings, background);
        Scene scene = new Scene(shell, 1280, 800);
        shell.install(scene);
        stage.setScene(scene);
        stage.show();
        model.start();
        return model;
    }

    public static WindowParts parts(MemoryCatalog catalog, MemoryAudition audition) {
        return parts(catalog, audition, new MemoryModels());
    }

    public static WindowParts parts(MemoryCatalog catalog, MemoryAudition audition, MemoryModels models) {
        return new WindowParts(
                catalog,
                catalog,
                correcting(catalog),
                new FileEditing(new MemoryRenames(), () -> {
                    throw new IllegalStateException("nothing is written here");
                }),
                new MemorySearcher(catalog),
                (folders, acceptMissing, progress) -> {
                    progress.phase("Listening", 200);
                    for (int done = 0; done < 200 && !progress.isCancelled(); done++) {
                        Thread.sleep(60);
                        progress.advanced(done, done / 70);
                        if (done == 20) {
                            catalog.fill(200);
                        }
                    }
                    return new ScanReport(200, 197, 0, 0, 3, progress.isCancelled(), List.of(), List.of());
                },
                new NothingToRetag(),
                models.relistening(),
                new MemoryLibraries(),
                () -> Path.of("/home/sound/samples"),
                models,
                new MemoryAdapter(true),
                sheets(catalog),
                audition,
                false,
                Optional.empty());
    }

    public static Correcting correcting(MemoryCatalog catalog) {
        return new Correcting(
                catalog.journal(),
                catalog.journal(),
                LabelNames.OWN_ONLY,
                QueryReading.WORDS_ONLY,
                Optional.empty(),
                new MemoryLabels());
    }

    private static SheetService sheets(MemoryCatalog catalog) {
        try {
            Path presets = Files.createTempDirectory("presets").resolve("column-presets.json");
            return new SheetService(
                    new TagSheet(catalog),
                    new ColumnPresets(presets),
                    new SheetImport(
                            catalog, catalog.journal(), UcsTable.load(), new TagPrecedence(LabelNames.OWN_ONLY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class NothingToRetag implements WindowParts.Retagging {

        @Override
        public long due() {
            return 0;
        }

        @Override
        public long retag(Progress progress) {
            return 0;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        MemoryCatalog catalog = count == 0 ? MemoryCatalog.empty() : MemoryCatalog.of(count);
        MemoryModels models = new MemoryModels();
        models.stepMillis = 100;
        EarmarkWindow.open(
                () -> parts(
                        catalog,
                        new MemoryAudition(Optional.of(
                                "No sound device was found, so nothing can be heard; everything else works.")),
                        models),
                Path.of(args[0]));
        System.exit(0);
    }
}
