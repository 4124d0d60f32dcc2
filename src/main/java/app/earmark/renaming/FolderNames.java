package app.earmark.renaming;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is in one folder.
 *
 * @param names as the disk spells them
 * @param byKey how many of them have the same {@link FileNameRules#key}
 * @param problem why nothing can be renamed in it, as the end of a sentence; empty if it can
 */
record FolderNames(NavigableSet<String> names, Map<String, Integer> byKey, String problem) {

    static FolderNames read(Path folder) {
        NavigableSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (IOException | DirectoryIteratorException e) {
            return new FolderNames(
                    Collections.emptyNavigableSet(), Map.of(), Files.exists(folder) ? "can't be read" : "is not there");
        }
        Map<String, Integer> byKey = new HashMap<>();
        names.forEach(name -> byKey.merge(FileNameRules.key(name), 1, Integer::sum));
        return new FolderNames(names, byKey, Files.isWritable(folder) ? "" : "lets nothing be renamed in it");
    }

    /** Names, by key, that are taken by what does not move. */
    Set<String> takenBut(Iterable<FileMove> moves) {
        Map<String, Integer> left = new HashMap<>(byKey);
        moves.forEach(move -> left.computeIfPresent(move.keyFrom(), (key, count) -> count > 1 ? count - 1 : null));
        return left.keySet();
    }
}
