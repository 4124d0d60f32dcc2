package app.earmark.embed;

import app.earmark.dsp.MelNorm;
import app.earmark.dsp.MelScale;
import app.earmark.dsp.SampleRate;
import app.earmark.features.BlockedLogMelParameters;
import app.earmark.features.ClapLogMelParameters;
import app.earmark.features.FrontEndParameters;
import app.earmark.features.IsLonger;
import app.earmark.features.LongClips;
import app.earmark.features.ShortClips;
import java.util.Map;

/** Reads the {@code frontEnd} of a {@code pack.json}. */
final class FrontEndFields {

    private FrontEndFields() {}

    static FrontEndParameters read(PackFields fields) throws UnusablePack {
        String type = fields.text("type");
        try {
            return switch (type) {
                case "blocked-log-mel" -> blocked(fields);
                case "clap-log-mel" -> clap(fields);
                default -> throw fields.newer("front end \"" + type + "\"");
            };
        } catch (IllegalArgumentException e) {
            throw new UnusablePack("its front end is impossible: " + e.getMessage(), e);
        }
    }

    private static FrontEndParameters blocked(PackFields fields) throws UnusablePack {
        fields.require("window", "hann-symmetric", "window");
        fields.require("melScale", "1127-ln", "mel scale");
        fields.require("melNorm", "sum", "mel normalisation");
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
    }

    private static FrontEndParameters clap(PackFields fields) throws UnusablePack {
        fields.require("window", "hann-periodic", "window");
        IsLonger isLonger = IsLonger.BY_LENGTH;
        if (fields.optionalText("isLonger").isPresent()) {
            isLonger = fields.oneOf(
                    "isLonger", "rule for \"is longer\"", Map.of("by-length", isLonger, "always", IsLonger.ALWAYS));
        }
        return new ClapLogMelParameters(
                new SampleRate(fields.positive("sampleRate")),
                fields.positive("frameLength"),
                fields.positive("hopLength"),
                fields.oneOf("melScale", "mel scale", Map.of("slaney", MelScale.SLANEY, "htk", MelScale.HTK)),
                fields.oneOf("melNorm", "mel normalisation", Map.of("slaney", MelNorm.SLANEY, "none", MelNorm.NONE)),
                fields.positive("melBands"),
                fields.number("lowHz"),
                fields.number("highHz"),
                fields.positive("clipSamples"),
                fields.oneOf(
                        "shortClips",
                        "way with short clips",
                        Map.of("repeatpad", ShortClips.REPEAT_PAD, "repeat", ShortClips.REPEAT, "pad", ShortClips.PAD)),
                fields.oneOf(
                        "longClips",
                        "way with long clips",
                        Map.of("windows", LongClips.WINDOWS, "fusion", LongClips.FUSION)),
                isLonger);
    }
}
