package app.earmark.renaming;

import app.earmark.library.Edit;
import app.earmark.library.FileChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a renaming.
 *
 * @param edit what the journal recorded; empty where nothing was renamed, or an edit was undone or done again
 * @param files those that have other names now: sounds, and what belongs to them
 * @param left a sentence for each sound that kept its name, by the path it has
 * @param notes further sentences for the person
 * @param cancelled whether it ended early; what was finished is kept
 */
public record Renamed(
        Optional<Edit> edit, List<FileChange> files, Map<Path, String> left, List<String> notes, boolean cancelled) {

    public Renamed {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** How many sounds have other names now. */
    public long sounds() {
        return files.stream().filter(file -> file.clip().isPresent()).count();
    }
}
