package app.earmark.convert;

import com.google.gson.JsonObject;

/**
 * How a checkpoint hears, from its preprocessor_config.json, as the {@code frontEnd} of a pack. What the file leaves out has
 * the default of {@code transformers.ClapFeatureExtractor}.
 *
 * @param padding of sounds shorter than a clip: {@code repeatpad}, {@code repeat} or {@code pad}
 * @param fusion whether longer sounds are fused; this also chooses the mel filter bank, HTK's rather than Slaney's
 */
record FrontEndConfig(
        int sampleRate,
        int frameLength,
        int hopLength,
        int bands,
        double low,
        double high,
        int clipSamples,
        String padding,
        boolean fusion) {

    /**
     * @param fused what config.json says of the model
     */
    static FrontEndConfig read(ConfigFields fields, boolean fused) throws UnusableCheckpoint {
        fields.require("feature_extractor_type", "ClapFeatureExtractor");
        int rate = fields.positive("sampling_rate", 48000);
        FrontEndConfig config = new FrontEndConfig(
                rate,
                fields.positive("fft_window_size", 1024),
                fields.positive("hop_length", 480),
                fields.positive("feature_size", AudioConfig.BANDS),
                fields.number("frequency_min", 0),
                fields.number("frequency_max", 14000),
                fields.positive("nb_max_samples", fields.positive("max_length_s", 10) * rate),
                fields.text("padding").orElse("repeatpad"),
                fields.text("truncation").orElse("fusion").equals("fusion"));
        config.check(fields, fused);
        return config;
    }

    private void check(ConfigFields fields, boolean fused) throws UnusableCheckpoint {
        fields.requireAbsent("top_db");
        if (bands != AudioConfig.BANDS || clipSamples / hopLength + 1 != AudioConfig.FRAMES) {
            throw fields.bad("nb_max_samples", "does not give the 1001 frames of 64 bands that the model takes");
        }
        if (low < 0 || high <= low || high > sampleRate / 2.0) {
            throw fields.bad("frequency_max", "does not fit \"frequency_min\" and \"sampling_rate\"");
        }
        if (!padding.equals("repeatpad") && !padding.equals("repeat") && !padding.equals("pad")) {
            throw fields.unknown("padding", padding);
        }
        String truncation = fields.text("truncation").orElse("fusion");
        if (!fusion && !truncation.equals("rand_trunc")) {
            throw fields.unknown("truncation", truncation);
        }
        if (fusion != fused) {
            throw fields.bad("truncation", "does not fit \"enable_fusion\" of its config.json");
        }
    }

    double clipSeconds() {
        return (double) clipSamples / sampleRate;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("type", "clap-log-mel");
        json.addProperty("sampleRate", sampleRate);
        json.addProperty("frameLength", frameLength);
        json.addProperty("hopLength", hopLength);
        json.addProperty("window", "hann-periodic");
        json.addProperty("melBands", bands);
        json.addProperty("lowHz", low);
        json.addProperty("highHz", high);
        json.addProperty("melScale", fusion ? "htk" : "slaney");
        json.addProperty("melNorm", fusion ? "none" : "slaney");
        json.addProperty("clipSamples", clipSamples);
        json.addProperty("shortClips", padding);
        json.addProperty("longClips", fusion ? "fusion" : "windows");
        if (fusion) {
            json.addProperty("isLonger", "by-length");
        }
        return json;
    }
}
