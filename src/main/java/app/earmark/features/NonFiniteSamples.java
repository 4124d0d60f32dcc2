package app.earmark.features;

/** A waveform holds a sample that is NaN or infinite; one of them would poison every value of its frames. */
public final class NonFiniteSamples extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public NonFiniteSamples(long index) {
        super("Sample " + index + " is not a number.");
    }
}
