package app.earmark.renaming;

import app.earmark.library.ClipCatalog;
import app.earmark.library.Edit;
import app.earmark.library.EditJournal;
import app.earmark.library.FileChange;
import app.earmark.renaming.BatchRunner.Moved;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells the catalogue what was renamed. */
final class Recording {

    private static final int SEARCHED = 100;

    private final ClipCatalog clips;
    private final EditJournal journal;

    Recording(ClipCatalog clips, EditJournal journal) {
        this.clips = clips;
        this.journal = journal;
    }

    /** The edit that was added, if one was. */
    Optional<Edit> record(Moved moved) {
        List<FileChange> files = changes(moved.done());
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return recordedBefore(files).or(() -> Optional.of(journal.recordFiles(Edit.Kind.RENAME, title(files), files)));
    }

    /** What was renamed, which may be less than was begun. */
    private static String title(List<FileChange> files) {
        List<Path> sounds = files.stream()
                .filter(file -> file.clip().isPresent())
                .map(FileChange::before)
                .toList();
        return title(sounds.size(), sounds.isEmpty() ? files.get(0).before() : sounds.get(0));
    }

    static String title(long sounds, Path first) {
        return sounds > 1 ? "Rename " + sounds + " files" : "Rename “" + first.getFileName() + "”";
    }

    /** Where the work was cut off just behind this step, the edit is there. */
    private Optional<Edit> recordedBefore(List<FileChange> files) {
        boolean clipsFollowed = files.stream()
                .filter(file -> file.clip().isPresent())
                .allMatch(file -> clips.find(file.clip().get())
                        .filter(clip -> clip.path().equals(file.after()))
                        .isPresent());
        return !clipsFollowed
                ? Optional.empty()
                : journal.newest(SEARCHED).stream()
                        .filter(edit -> edit.kind() == Edit.Kind.RENAME && !edit.undone())
                        .filter(edit -> journal.filesOf(edit).equals(files))
                        .findFirst();
    }

    static List<FileChange> changes(List<FileMove> moves) {
        return moves.stream()
                .map(move -> new FileChange(move.clip(), move.from(), move.to(), Optional.empty()))
                .toList();
    }
}
