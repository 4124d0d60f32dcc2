package app.earmark.renaming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the {@link OldNames} of many folders; a folder where that fails costs a sentence, no more. */
final class FolderNotes {

    private static final Logger LOG = LoggerFactory.getLogger(FolderNotes.class);

    private final boolean wanted;

    /** @param wanted whether folders that have no notes get some */
    FolderNotes(boolean wanted) {
        this.wanted = wanted;
    }

    /** @param back whether the names are former ones */
    List<String> take(List<FileMove> moves, boolean back) {
        Map<Path, List<FileMove>> byFolder = new LinkedHashMap<>();
        moves.stream().filter(move -> move.clip().isPresent()).forEach(move -> byFolder.computeIfAbsent(
                        move.to().getParent(), folder -> new ArrayList<>())
                .add(move));
        List<String> sentences = new ArrayList<>();
        byFolder.forEach((folder, files) -> {
            try {
                if (wanted || Files.exists(folder.resolve(OldNames.FILE_NAME))) {
                    OldNames.record(folder, files, back, Instant.now());
                }
            } catch (IOException e) {
                LOG.warn("old names not kept in {}", folder, e);
                sentences.add("The former names could not be kept in " + folder.resolve(OldNames.FILE_NAME)
                        + "; the catalogue has them all the same.");
            }
        });
        return sentences;
    }
}
