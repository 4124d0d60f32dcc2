package app.earmark.cli;

import app.earmark.assembly.Access;
import app.earmark.assembly.Earmark;
import app.earmark.library.Clip;
import app.earmark.library.ClipFilter;
import app.earmark.library.ClipId;
import app.earmark.library.SoundLibrary;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = "Remove clips from the catalogue for good, with your tags on them. No sound file is touched.")
final class ForgetCommand extends EarmarkSubcommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Recorded files, folders below a library, or whole libraries; they need not exist any more.")
    private List<Path> paths;

    @Option(names = "--offline-only", description = "Only clips whose file is away.")
    private boolean offlineOnly;

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask.")
    private boolean yes;

    ForgetCommand(Session session) {
        super(session);
    }

    /** The object that this command prints. */
    record Forgotten(long forgotten, List<Path> libraries) {}

    @Override
    Access access() {
        return Access.CHANGE;
    }

    @Override
    int run(Earmark earmark) {
        Set<SoundLibrary> libraries = new LinkedHashSet<>();
        Set<ClipId> clips = new LinkedHashSet<>();
        for (Path path : paths) {
            Path recorded = new FileLookup(earmark).requireRecorded(path);
            Optional<SoundLibrary> library = earmark.clips().libraries().stream()
                    .filter(l -> l.root().equals(recorded))
                    .findFirst();
            Set<ClipId> meant = clipsAt(earmark, recorded);
            library.filter(l -> !offlineOnly).ifPresent(libraries::add);
            clips.addAll(meant);
        }
        if (!yes
                && !clips.isEmpty()
                && !Question.ask(
                        session.console(),
                        "Remove the records of " + Words.count(clips.size(), "clip", "clips") + " for good?")) {
            throw new CommandFailure(
                    ExitCode.NEEDS_CONFIRMATION,
                    "Nothing was removed; " + Words.count(clips.size(), "record", "records")
                            + " would be. To go ahead, add --yes.");
        }
        earmark.records().forget(clips);
        libraries.forEach(library -> earmark.records().forgetLibrary(library.id()));
        if (session.json()) {
            session.printJson(new Forgotten(
                    clips.size(), libraries.stream().map(SoundLibrary::root).toList()));
        } else {
            session.console().line(Words.count(clips.size(), "clip", "clips") + " forgotten.");
        }
        return ExitCode.DONE;
    }

    private Set<ClipId> clipsAt(Earmark earmark, Path path) {
        Set<ClipId> meant = new LinkedHashSet<>();
        earmark.clips().findByPath(path).map(Clip::id).ifPresent(meant::add);
        meant.addAll(earmark.clips().matching(ClipFilter.below(path)));
        if (offlineOnly) {
            meant.retainAll(earmark.clips().findAll(meant).values().stream()
                    .filter(Clip::offline)
                    .map(Clip::id)
                    .toList());
        }
        return meant;
    }
}
