package app.earmark.convert;

/** How the weights of a built graph are stored; it computes in 32-bit floats either way. */
public enum Precision {
    /** 32-bit floats, as in the checkpoint. */
    FP32,
    /** Large weights as 16-bit floats, widened once when the model loads: half the size, vectors equal to about 1e-4. */
    FP16;

    /** As it is written in pack versions and on the command line, such as {@code "fp16"}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
