package app.earmark.indexing;

import app.earmark.library.ClipFailure;
import app.earmark.library.SoundLibrary;
import java.util.List;

/**
 * What a scan did.
 *
 * @param listed sound files found in the folders
 * @param embedded clips listened to in this scan, silent ones included
 * @param unchanged clips that needed nothing
 * @param offline clips newly marked offline
 * @param failed number of {@code failures}: clips that could not be listened to, and folders and names that could not be
 *     read
 * @param absent libraries of which too much is missing; nothing in them was marked
 */
public record ScanReport(
        long listed,
        long embedded,
        long unchanged,
        long offline,
        long failed,
        boolean cancelled,
        List<ClipFailure> failures,
        List<SoundLibrary> absent) {

    ScanReport asCancelled() {
        return new ScanReport(listed, embedded, unchanged, offline, failed, true, failures, absent);
    }
}
