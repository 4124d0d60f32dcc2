package app.earmark.indexing;

import app.earmark.library.ClipFailure;
import app.earmark.library.SoundLibrary;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a scan has done so far. Used by the scanning thread alone. */
final class ScanTally {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryScanner.class);

    private final Progress progress;
    private final Set<Path> found = new HashSet<>();
    private final Set<Path> touched = new HashSet<>();
    private final Set<Path> failed = new HashSet<>();
    private final List<ClipFailure> failures = new ArrayList<>();
    private final List<SoundLibrary> absent = new ArrayList<>();
    private long embedded;
    private long offline;

    ScanTally(Progress progress) {
        this.progress = progress;
    }

    void found(Path file) {
        found.add(file);
    }

    /** Whether this scan saw the file; what it did not see it does not try to open. */
    boolean hasFound(Path file) {
        return found.contains(file);
    }

    long foundCount() {
        return found.size();
    }

    void offline(long clips) {
        offline += clips;
    }

    void embedded() {
        embedded++;
    }

    /** The clip at this path needed something. */
    void touched(Path path) {
        if (found.contains(path)) {
            touched.add(path);
        }
    }

    void failed(ClipFailure failure) {
        LOG.warn("{}: {}", failure.code(), failure.message());
        failures.add(failure);
        failed.add(failure.path());
        progress.note(failure.messageWithFolder());
    }

    boolean hasFailed(Path file) {
        return failed.contains(file);
    }

    /** Something to know, which nothing follows from by itself. */
    void remark(String sentence) {
        LOG.info(sentence);
        progress.note(sentence);
    }

    void absent(SoundLibrary library, String sentence) {
        LOG.warn(sentence);
        absent.add(library);
        progress.note(sentence);
    }

    ScanReport report(boolean cancelled) {
        return new ScanReport(
                found.size(),
                embedded,
                found.size() - touched.size(),
                offline,
                failures.size(),
                cancelled,
                List.copyOf(failures),
                List.copyOf(absent));
    }
}
