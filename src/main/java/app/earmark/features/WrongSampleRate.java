package app.earmark.features;

import app.earmark.dsp.SampleRate;

/** A waveform was handed to a front end that was built for another rate: a bug in the caller, never a file's fault. */
public final class WrongSampleRate extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public WrongSampleRate(SampleRate expected, SampleRate actual) {
        super("The front end takes " + expected + ", not " + actual + "; resample first.");
    }
}
