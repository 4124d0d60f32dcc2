package app.earmark.renaming;

import app.earmark.library.Clip;
import app.earmark.library.ClipCatalog;
import app.earmark.library.ClipFields;
import app.earmark.library.ClipId;
import app.earmark.library.ClipTags;
import app.earmark.library.Edit;
import app.earmark.library.EditJournal;
import app.earmark.library.FileChange;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.renaming.Batch.Purpose;
import app.earmark.renaming.PlannedName.Outcome;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renames sounds, and lets the catalogue follow: their records have the new paths, what names say is read again, tags and vectors
 * stay. Each renaming is one edit of the journal. Of two calls that change files, one waits for the other; none
 * belongs on the UI thread.
 */
public final class Renamer {

    private static final Logger LOG = LoggerFactory.getLogger(Renamer.class);
    private static final int CHUNK = 1_000;
    private static final Progress CANCELLED = new Progress() {
        @Override
        public boolean isCancelled() {
            return true;
        }
    };

    private final ClipCatalog clips;
    private final EditJournal journal;
    private final RenamePlanner planner;
    private final BatchRunner runner;
    private final Path batchFile;
    private final Consumer<Collection<ClipId>> readAgain;
    private final BooleanSupplier changeable;

    /**
     * @param batchFile where the renaming that is under way stands, as long as it is
     * @param readAgain reads again what names and metadata of these clips say
     * @param changeable whether the catalogue can be told
     */
    public Renamer(
            ClipCatalog clips,
            EditJournal journal,
            UcsTable ucs,
            Path batchFile,
            Consumer<Collection<ClipId>> readAgain,
            BooleanSupplier changeable) {
        this(clips, journal, ucs, batchFile, readAgain, changeable, new BatchRunner());
    }

    Renamer(
            ClipCatalog clips,
            EditJournal journal,
            UcsTable ucs,
            Path batchFile,
            Consumer<Collection<ClipId>> readAgain,
            BooleanSupplier changeable,
            BatchRunner runner) {
        this.clips = clips;
        this.journal = journal;
        this.planner = new RenamePlanner(
                new NameMaker(ucs), path -> clips.findByPath(path).isPresent());
        this.runner = runner;
        this.batchFile = batchFile;
        this.readAgain = readAgain;
        this.changeable = changeable;
    }

    /** What renaming would do; files are looked at, none is touched. */
    public RenamePlan plan(Collection<ClipId> ids, NameOptions options, Progress progress) throws CancelledWork {
        List<ClipId> all = List.copyOf(ids);
        List<KnownClip> known = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            progress.throwIfCancelled();
            List<ClipId> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            Map<ClipId, Clip> found = clips.findAll(some);
            Map<ClipId, ClipTags> tags = clips.tagsOf(some);
            Map<ClipId, ClipFields> fields = clips.fieldsOf(some);
            some.stream()
                    .filter(found::containsKey)
                    .map(id -> new KnownClip(
                            found.get(id),
                            tags.getOrDefault(id, ClipTags.NONE),
                            fields.getOrDefault(id, ClipFields.NONE)))
                    .forEach(known::add);
        }
        return planner.plan(known, options, progress);
    }

    /**
     * Renames what the plan says can be renamed.
     *
     * @throws RenameFailure if nothing was touched: the plan can't be written down, or an earlier renaming was cut off
     */
    public synchronized Renamed carryOut(RenamePlan plan, Progress progress) throws RenameFailure {
        Map<Path, String> left = new LinkedHashMap<>();
        List<List<FileMove>> bundles = new ArrayList<>();
        long sounds = 0;
        Path first = batchFile;
        for (PlannedName name : plan.names()) {
            if (name.outcome() != Outcome.RENAMED) {
                continue;
            }
            Optional<String> changed = RenamePlanner.changed(name.clip());
            if (changed.isPresent()) {
                left.put(name.clip().path(), changed.get());
            } else {
                bundles.add(name.moves());
                first = sounds++ == 0 ? name.clip().path() : first;
            }
        }
        Batch batch = new Batch(
                Purpose.RENAME, Recording.title(sounds, first), plan.options().oldNames(), order().groups(bundles));
        Renamed renamed = begin(batch, progress);
        left.putAll(renamed.left());
        return new Renamed(renamed.edit(), renamed.files(), left, renamed.notes(), renamed.cancelled());
    }

    /**
     * Gives files their former names ({@code undone}), or the new ones again. Those that have the wanted name already count as
     * done. The catalogue is the caller's to tell; then {@link #recorded}.
     *
     * @param files where they are now, and where they are to be
     * @return {@link Renamed#files} are those of {@code files} that have the wanted names now
     */
    public synchronized Renamed revert(List<FileChange> files, boolean undone, Progress progress) throws RenameFailure {
        Map<Path, FileChange> byPlace = new LinkedHashMap<>();
        List<FileChange> done = new ArrayList<>();
        Map<Path, String> left = new LinkedHashMap<>();
        Map<ClipId, Clip> known = clips.findAll(
                files.stream().flatMap(file -> file.clip().stream()).toList());
        List<List<FileMove>> bundles = new ArrayList<>();
        for (FileChange file : files) {
            FileMove again = new FileMove(file.clip(), file.before(), file.after());
            FileMove move = undone ? again.reversed() : again;
            Optional<String> changed =
                    file.clip().map(known::get).flatMap(clip -> RenamePlanner.changed(clip, move.from()));
            if (BatchState.there(move.to()) && !BatchState.there(move.from())) {
                done.add(file);
            } else if (changed.isPresent()) {
                left.put(move.from(), changed.get());
            } else {
                byPlace.put(move.from(), file);
                bundles.add(List.of(move));
            }
        }
        Batch batch = new Batch(undone ? Purpose.UNDO : Purpose.REDO, "", !undone, order().groups(bundles));
        Renamed renamed = begin(batch, progress);
        renamed.files().forEach(file -> done.add(byPlace.get(file.before())));
        left.putAll(renamed.left());
        return new Renamed(Optional.empty(), done, left, renamed.notes(), renamed.cancelled());
    }

    /**
     * Stops an undoing that was cut off, as if it had been cancelled there: no name is left between two.
     *
     * @return what has the wanted names; the catalogue is the caller's to tell, then {@link #recorded}
     */
    public synchronized List<FileChange> reached() throws RenameFailure {
        Optional<BatchState> state = unfinished(purpose -> purpose != Purpose.RENAME);
        if (state.isEmpty()) {
            return List.of();
        }
        boolean undone = state.get().batch().purpose() == Purpose.UNDO;
        try (BatchFile file = BatchFile.goOn(batchFile)) {
            return run(file, state.get(), CANCELLED).files().stream()
                    .map(moved -> undone
                            ? new FileChange(moved.clip(), moved.after(), moved.before(), Optional.empty())
                            : moved)
                    .toList();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The journal knows what {@link #revert} did. */
    public synchronized void recorded() {
        try {
            if (unfinished(purpose -> purpose != Purpose.RENAME).isPresent()) {
                Files.delete(batchFile);
            }
        } catch (IOException | RenameFailure e) {
            LOG.warn("{} stays", batchFile, e);
        }
    }

    /** A renaming that was cut off and waits for {@link #finish} or {@link #putBack}. */
    public synchronized Optional<InterruptedRenaming> interrupted() throws RenameFailure {
        return unfinished(purpose -> purpose == Purpose.RENAME)
                .map(state -> new InterruptedRenaming(state.batch().title(), state.soundsRenamed(), state.sounds()));
    }

    /** Carries out the rest of a renaming that was cut off. */
    public synchronized Renamed finish(Progress progress) throws RenameFailure {
        BatchState state = unfinished(purpose -> purpose == Purpose.RENAME).orElseThrow(Renamer::nothingCutOff);
        try (BatchFile file = BatchFile.goOn(batchFile)) {
            return run(file, state, progress);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Gives the files of a renaming that was cut off the names they had before it. */
    public synchronized Renamed putBack(Progress progress) throws RenameFailure {
        BatchState state = unfinished(purpose -> purpose == Purpose.RENAME).orElseThrow(Renamer::nothingCutOff);
        List<MoveGroup> groups = state.batch().groups();
        List<MoveGroup> begun = state.begun().stream().map(groups::get).toList();
        try (BatchFile file = BatchFile.goOn(batchFile)) {
            Map<Path, String> left = runner.putBack(file, state, progress);
            List<FileMove> back = reversed(begun, left);
            List<String> notes = new FolderNotes(false).take(reversed(groups, left), true);
            Files.delete(batchFile);
            return new Renamed(Optional.empty(), Recording.changes(back), left, notes, false);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static List<FileMove> reversed(List<MoveGroup> groups, Map<Path, String> left) {
        return groups.stream()
                .flatMap(group -> group.moves().stream())
                .map(FileMove::reversed)
                .filter(move -> !left.containsKey(move.from()))
                .toList();
    }

    private Renamed begin(Batch batch, Progress progress) throws RenameFailure {
        if (!changeable.getAsBoolean()) {
            throw new RenameFailure(
                    "Nothing was renamed: the catalogue can't be changed now. Close the other Earmark, then try again.",
                    false,
                    null);
        }
        Optional<InterruptedRenaming> earlier = interrupted();
        if (earlier.isPresent()) {
            throw new RenameFailure(earlier.get().sentence() + " Finish that one, or put it back, first.", true, null);
        }
        if (unfinished(purpose -> true).isPresent()) {
            throw new RenameFailure(
                    "What was renamed last is not recorded yet; start Earmark again, then try again.", false, null);
        }
        if (batch.groups().isEmpty()) {
            return new Renamed(Optional.empty(), List.of(), Map.of(), List.of(), false);
        }
        try (BatchFile file = BatchFile.begin(batchFile, batch)) {
            return run(file, BatchState.fresh(batch), progress);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Renamed run(BatchFile file, BatchState state, Progress progress) throws IOException {
        Batch batch = state.batch();
        progress.phase("Renaming", batch.groups().size());
        BatchRunner.Moved moved = runner.run(file, state, progress);
        boolean undo = batch.purpose() == Purpose.UNDO;
        List<String> notes = new FolderNotes(batch.oldNames()).take(moved.done(), undo);
        boolean renaming = batch.purpose() == Purpose.RENAME;
        Optional<Edit> edit = renaming ? new Recording(clips, journal).record(moved) : Optional.empty();
        if (renaming) {
            Files.delete(batchFile);
        }
        List<ClipId> sounds =
                moved.done().stream().flatMap(move -> move.clip().stream()).toList();
        if (renaming && !sounds.isEmpty()) {
            progress.phase("Reading names", -1);
            try {
                readAgain.accept(sounds);
            } catch (RuntimeException e) {
                LOG.error("the new names could not be read", e);
                notes = new ArrayList<>(notes);
                notes.add("What the new names say could not be read; the next scan does it.");
            }
        }
        return new Renamed(edit, Recording.changes(moved.done()), moved.left(), notes, moved.cancelled());
    }

    private Optional<BatchState> unfinished(Predicate<Purpose> which) throws RenameFailure {
        if (Files.notExists(batchFile)) {
            return Optional.empty();
        }
        try {
            Optional<BatchState> state = BatchFile.read(batchFile);
            if (state.isEmpty()) {
                Files.delete(batchFile); // it was cut off before the first file was touched
            }
            return state.filter(cutOff -> which.test(cutOff.batch().purpose()));
        } catch (IOException | RuntimeException e) {
            throw new RenameFailure(
                    "The notes of an earlier renaming in " + batchFile
                            + " can't be read; move that file away to go on.",
                    true,
                    e);
        }
    }

    private static MoveOrder order() {
        String batch = UUID.randomUUID().toString().substring(0, 8);
        return new MoveOrder(number -> ".earmark-" + batch + "-" + number);
    }

    private static RenameFailure nothingCutOff() {
        return new RenameFailure("No renaming was cut off.", false, null);
    }

    private RenameFailure unwritable(IOException e) {
        return new RenameFailure(
                "The renaming can't be written down in " + batchFile
                        + "; see whether the disk is full, then try again.",
                false,
                e);
    }
}
