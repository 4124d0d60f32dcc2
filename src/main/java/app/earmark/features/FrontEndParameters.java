package app.earmark.features;

import app.earmark.dsp.SampleRate;

/** What a pack says about the log-mel it wants; one record for each kind of front end. */
public sealed interface FrontEndParameters permits BlockedLogMelParameters {

    /** The rate of the waveforms to be handed in. */
    SampleRate rate();

    /** A new front end with its own scratch memory. */
    FrontEnd build();
}
