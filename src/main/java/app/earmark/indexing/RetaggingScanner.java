package app.earmark.indexing;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * Scans, then makes the tags of everything listened to earlier follow the labels there are by then. They are the labels of
 * the whole catalogue, so clips outside of the scanned folders are tagged too.
 */
public final class RetaggingScanner implements Scanner {

    private final Scanner scanner;
    private final Retagger retagger;

    public RetaggingScanner(Scanner scanner, Retagger retagger) {
        this.scanner = scanner;
        this.retagger = retagger;
    }

    @Override
    public ScanReport scan(List<Path> folders, boolean acceptMissing, Progress progress) {
        ScanReport report = scanner.scan(folders, acceptMissing, progress);
        if (report.cancelled()) {
            return report;
        }
        try {
            retagger.retag(progress);
            return report;
        } catch (CancelledWork e) {
            return report.asCancelled();
        }
    }
}
