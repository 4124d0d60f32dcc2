package app.earmark.indexing;

import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.List;

/** Brings the catalogue up to date with folders. One scan runs at a time. */
public interface Scanner {

    /**
     * Scans folders and returns when everything in them was listened to, or when cancelled.
     *
     * @param folders each becomes a library of its own unless it already is one or lies inside one
     * @param acceptMissing marks missing files offline however many they are
     */
    ScanReport scan(List<Path> folders, boolean acceptMissing, Progress progress);
}
