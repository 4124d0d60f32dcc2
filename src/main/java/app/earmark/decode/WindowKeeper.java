package app.earmark.decode;

import app.earmark.dsp.SampleRate;
import java.util.List;
import java.util.Optional;

/** Picks windows out of mono sound that streams by once. */
interface WindowKeeper {

    void add(float[] mono, int count);

    /** Frames seen. */
    long frames();

    /** The windows of what was seen; empty if it must be collected again, knowing {@link #frames()}. */
    Optional<List<ClipWindow>> windows(SampleRate rate);
}
