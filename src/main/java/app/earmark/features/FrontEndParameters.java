package app.earmark.features;

import app.earmark.dsp.SampleRate;

/** What a pack says about the log-mel it wants; one record for each kind of front end. */
public sealed interface FrontEndParameters permits BlockedLogMelParameters, ClapLogMelParameters {

    /** The rate of the waveforms to be handed in. */
    SampleRate rate();

    /** What lies above this frequency changes nothing that is fed to the model; at most half the rate. */
    double highestHertz();

    /** Shape of what the model is fed; −1 where it depends on the waveform. */
    long[] shape();

    /** Whether the front end repeats or pads a window that is too short, so that windows need not overlap. */
    boolean fitsShortWindows();

    /** A new front end with its own scratch memory. */
    FrontEnd build();
}
