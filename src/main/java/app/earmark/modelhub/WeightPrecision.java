package app.earmark.modelhub;

import java.util.Locale;
import java.util.Optional;

/** How a model's weights are stored. */
public enum WeightPrecision {
    /** 32-bit floats, as trained. */
    FP32(""),
    /** 16-bit floats: half the size, nearly the same vectors, no faster. */
    FP16("_fp16"),
    /** 8-bit whole numbers: a quarter of the size, two to four times as fast, slightly other vectors. */
    INT8("_quantized");

    private final String suffix;

    WeightPrecision(String suffix) {
        this.suffix = suffix;
    }

    /** Path of the audio model in a published layout, such as {@code onnx/audio_model_quantized.onnx}. */
    String audioPath() {
        return "onnx/audio_model" + suffix + ".onnx";
    }

    /** Path of the text model in a published layout. */
    String textPath() {
        return "onnx/text_model" + suffix + ".onnx";
    }

    /** As in pack versions and on the command line, such as {@code int8}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label();
    }

    public static Optional<WeightPrecision> ofLabel(String label) {
        for (WeightPrecision precision : values()) {
            if (precision.label().equalsIgnoreCase(label)) {
                return Optional.of(precision);
            }
        }
        return Optional.empty();
    }
}
