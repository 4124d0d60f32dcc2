package app.earmark.convert;

import java.nio.file.Path;

/**
 * What config.json says of the two towers.
 *
 * @param joint values of a vector of either
 */
record ClapConfig(AudioConfig audio, TextConfig text, int joint) {

    static ClapConfig read(Path file) throws UnusableCheckpoint {
        ConfigFields fields = ConfigFields.read(file);
        String kind = fields.text("model_type").orElse("none");
        if (!kind.equals("clap")) {
            throw fields.unknown("model_type", kind);
        }
        fields.require("projection_hidden_act", "relu");
        return new ClapConfig(
                AudioConfig.read(fields.child("audio_config")),
                TextConfig.read(fields.child("text_config")),
                fields.positive("projection_dim", 512));
    }
}
