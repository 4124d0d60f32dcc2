package app.earmark.ui.fakes;

import app.earmark.learning.adapter.HeldOut;
import app.earmark.library.PackId;
import app.earmark.progress.Progress;
import app.earmark.teaching.adapter.AdapterReport;
import app.earmark.teaching.adapter.AdapterStatus;
import app.earmark.ui.adapter.AdapterService;
import java.time.Instant;
import java.util.Optional;

/** Learns at once, and always the same. */
public final class MemoryAdapter implements AdapterService {

    private static final PackId PACK = new PackId("starter", "1.0.0");

    public Exception failure;
    private boolean fitted;
    private final boolean used;

    public MemoryAdapter(boolean used) {
        this.used = used;
    }

    @Override
    public AdapterStatus status() {
        AdapterReport report = new AdapterReport(
                used,
                1850,
                412,
                2000,
                96,
                0,
                used ? new HeldOut(100, 22, 41, 24, 5) : new HeldOut(100, 22, 20, 3, 5),
                used ? new HeldOut(90, 25, 35, 14, 4) : HeldOut.NONE,
                2000,
                0,
                4.2);
        return new AdapterStatus(
                PACK,
                fitted ? Optional.of(new AdapterStatus.Fitted(1, Instant.EPOCH, report)) : Optional.empty(),
                false);
    }

    @Override
    public AdapterStatus fit(Progress progress) throws Exception {
        if (failure != null) {
            throw failure;
        }
        fitted = true;
        return status();
    }

    @Override
    public AdapterStatus remove() {
        fitted = false;
        return status();
    }
}
