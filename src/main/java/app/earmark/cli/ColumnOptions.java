package app.earmark.cli;

import app.earmark.assembly.Earmark;
import app.earmark.export.ColumnPreset;
import app.earmark.export.ColumnPresets;
import app.earmark.export.SheetColumn;
import app.earmark.export.SheetFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which columns a sheet has, and the presets that keep such choices. */
final class ColumnOptions {

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "The columns of a preset, such as soundminer, basehead, soundly, UCS or one of your own.")
    private String preset;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description =
                    "These columns, in this order; HEADING=NAME gives one another heading. After those of --preset.")
    private List<String> columns = List.of();

    @Option(names = "--save-preset", paramLabel = "NAME", description = "Keep these columns as a preset of your own.")
    private String save;

    @Option(names = "--remove-preset", paramLabel = "NAME", description = "Drop a preset of your own.")
    private String remove;

    @Option(names = "--list-presets", description = "Print the presets and their columns.")
    private boolean list;

    /** What the command prints of a preset. */
    record PresetView(String name, boolean builtIn, List<String> columns) {
        static PresetView of(ColumnPreset preset) {
            return new PresetView(
                    preset.name(),
                    preset.builtIn(),
                    preset.columns().stream().map(SheetColumn::toString).toList());
        }
    }

    /** The object that a command about presets prints. */
    record Presets(List<PresetView> presets) {}

    /** Whether a sheet with chosen columns is asked for. */
    boolean chosen() {
        return preset != null || !columns.isEmpty();
    }

    /** Whether the command is about presets, and may do without a sheet. */
    boolean aboutPresets() {
        return list || save != null || remove != null;
    }

    /** Saves, drops or lists presets. */
    void manage(Earmark earmark, Session session) throws SheetFailure, CommandFailure {
        ColumnPresets presets = earmark.columnPresets();
        if (remove != null && !presets.remove(remove)) {
            throw CommandFailure.notFound("There is no preset of your own called " + remove + ".");
        }
        if (save != null) {
            if (!chosen()) {
                throw new CommandFailure(ExitCode.USAGE, "--save-preset needs --columns or --preset.");
            }
            presets.save(save, columns(earmark));
        }
    }

    /** Prints the presets there are. */
    void print(Earmark earmark, Session session) throws SheetFailure {
        List<PresetView> views =
                earmark.columnPresets().all().stream().map(PresetView::of).toList();
        if (session.json()) {
            session.printJson(new Presets(views));
            return;
        }
        for (PresetView view : views) {
            session.console().wholeLine(view.name() + (view.builtIn() ? "" : " (your own)"));
            session.console().wholeLine("  " + String.join(", ", view.columns()));
        }
    }

    List<SheetColumn> columns(Earmark earmark) throws SheetFailure, CommandFailure {
        List<SheetColumn> chosen = new ArrayList<>();
        if (preset != null) {
            chosen.addAll(named(earmark.columnPresets()).columns());
        }
        for (String text : columns) {
            chosen.add(SheetColumn.parse(text)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE,
                            "There is no column " + text + ". There are: " + String.join(", ", SheetColumn.known())
                                    + ".")));
        }
        return chosen.isEmpty() ? ColumnPreset.ALL.columns() : chosen;
    }

    private ColumnPreset named(ColumnPresets presets) throws SheetFailure, CommandFailure {
        var found = presets.find(preset);
        if (found.isEmpty()) {
            throw CommandFailure.notFound("There is no preset " + preset + ". There are: "
                    + presets.all().stream().map(ColumnPreset::name).collect(Collectors.joining(", ")) + ".");
        }
        return found.get();
    }
}
