package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.assembly.MetadataEditor;
import app.earmark.assembly.MetadataEditor.Written;
import app.earmark.library.Clip;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.metadata.FieldNames;
import app.earmark.metadata.write.MetadataPlan;
import app.earmark.progress.CancelledWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "write",
        mixinStandardHelpOptions = true,
        description = {
            "Write into files what the catalogue knows of them: fields, category, tags as keywords. The sound stays as it",
            "is, bit for bit. One edit, which 'earmark metadata undo' takes back to the byte."
        })
final class MetadataWriteCommand extends EarmarkSubcommand {

    @Mixin
    private ClipChoice choice;

    @Option(
            names = "--set",
            paramLabel = "FIELD=TEXT",
            description = "Write only this field, with this text; an empty text takes it out. Repeatable.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--model-tags",
            description = "Also write what only the model asserts; afterwards the file says it, whoever reads it.")
    private boolean modelTags;

    @Option(names = "--dry-run", description = "Only say what would be written.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask.")
    private boolean yes;

    MetadataWriteCommand(Session session) {
        super(session);
    }

    @Override
    Access access() {
        return dryRun ? Access.READ : Access.CHANGE;
    }

    @Override
    int run(Earmark earmark) throws Exception {
        ClipFields fields = fields();
        Collection<ClipId> clips = choice.clips(earmark, session);
        ConsoleProgress progress = session.progress();
        List<MetadataPlan> plans;
        try {
            plans = plan(earmark, clips, fields, progress);
        } finally {
            progress.clear();
        }
        MetadataPrinter printer = new MetadataPrinter(session);
        long files = plans.stream().filter(MetadataPlan::changesFile).count();
        if (dryRun || files == 0) {
            printer.print(plans, dryRun);
            return ExitCode.DONE;
        }
        confirm(plans, printer, files);
        Written written = earmark.metadata().write(plans, progress);
        progress.clear();
        printer.print(plans, written);
        return written.cancelled() ? ExitCode.CANCELLED : ExitCode.DONE;
    }

    private ClipFields fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        set.forEach((name, text) -> fields.put(
                FieldNames.canonical(name)
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.USAGE,
                                "There is no field " + name + "; they are " + String.join(", ", FieldNames.ALL) + ".")),
                text == null ? "" : text));
        return new ClipFields(fields);
    }

    private List<MetadataPlan> plan(
            Earmark earmark, Collection<ClipId> clips, ClipFields fields, ConsoleProgress progress)
            throws CancelledWork {
        MetadataEditor editor = earmark.metadata();
        if (set.isEmpty()) {
            return editor.plan(clips, modelTags, progress);
        }
        List<MetadataPlan> plans = new ArrayList<>();
        Map<ClipId, Clip> found = earmark.clips().findAll(clips);
        for (ClipId clip : clips) {
            progress.throwIfCancelled();
            if (found.containsKey(clip)) {
                plans.add(editor.plan(found.get(clip).path(), fields));
            }
        }
        return plans;
    }

    private void confirm(List<MetadataPlan> plans, MetadataPrinter printer, long files) {
        if (yes) {
            return;
        }
        if (!session.json()) {
            printer.preview(plans);
        }
        String count = Words.count(files, "file", "files");
        if (!Question.ask(session.console(), "Write metadata into " + count + "?")) {
            throw new CommandFailure(
                    ExitCode.NEEDS_CONFIRMATION,
                    "Nothing was written; " + count + " would be. To go ahead, add --yes; to look first, --dry-run.");
        }
    }
}
