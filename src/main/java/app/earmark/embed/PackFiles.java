package app.earmark.embed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a pack's files lie: a folder, or a folder of the class path for a bundled pack. */
public sealed interface PackFiles permits FolderFiles, ClassPathFiles {

    static PackFiles inFolder(Path folder) {
        return new FolderFiles(folder);
    }

    /**
     * @param folder such as {@code /app/earmark/packs/starter}
     */
    static PackFiles onClassPath(String folder) {
        return new ClassPathFiles(folder);
    }

    /** The place in words, for sentences. */
    String place();

    /**
     * @param name plain file name inside the pack
     * @throws NoSuchFileException if there is none
     */
    InputStream open(String name) throws IOException;

    /** Size in bytes. */
    long size(String name) throws IOException;

    /** The file itself, where it is one. */
    Optional<Path> path(String name);
}
