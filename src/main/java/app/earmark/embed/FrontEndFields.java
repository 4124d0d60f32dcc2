package app.earmark.embed;

import app.earmark.dsp.MelScale;
import app.earmark.dsp.SampleRate;
import app.earmark.features.BlockedLogMelParameters;
import app.earmark.features.FrontEndParameters;

/** Reads the {@code frontEnd} of a {@code pack.json}. */
final class FrontEndFields {

    private FrontEndFields() {}

    static FrontEndParameters read(PackFields fields) throws UnusablePack {
        fields.require("type", "blocked-log-mel", "front end");
        fields.require("window", "hann-symmetric", "window");
        fields.require("melScale", "1127-ln", "mel scale");
        fields.require("melNorm", "sum", "mel normalisation");
        try {
            return new BlockedLogMelParameters(
                    new SampleRate(fields.positive("sampleRate")),
                    fields.positive("frameLength"),
                    fields.positive("hopLength"),
                    MelScale.NATURAL_LOG_1127,
                    fields.positive("melBands"),
                    fields.number("lowHz"),
                    fields.number("highHz"),
                    fields.number("logGain"),
                    fields.number("logScale"),
                    fields.positive("blockFrames"),
                    fields.positive("blockHop"));
        } catch (IllegalArgumentException e) {
            throw new UnusablePack("its front end is impossible: " + e.getMessage(), e);
        }
    }
}
