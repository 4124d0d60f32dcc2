package app.earmark.indexing;

/**
 * @param workers clips listened to at the same time, at least 1
 */
public record ScanSettings(int workers) {

    public ScanSettings {
        if (workers < 1) {
            throw new IllegalArgumentException(workers + " workers");
        }
    }

    /** One worker for each physical core: a second one on the same core gains nothing in this kind of arithmetic. */
    public static ScanSettings ofThisMachine() {
        return new ScanSettings(PhysicalCores.count());
    }
}
