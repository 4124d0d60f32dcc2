package app.earmark.library;

import java.nio.file.Path;

/**
 * A folder a person added, with everything below it.
 *
 * @param root absolute, normalised path of the folder
 * @param name what the window calls it; the folder's own name unless the person chose another
 * @param absent true when the last scan found so much of it missing that the whole library counts as not there
 * @param clipCount number of clips recorded under it, offline ones included
 */
public record SoundLibrary(LibraryId id, Path root, String name, boolean absent, long clipCount) {}
