package app.earmark.convert;

import java.io.IOException;

/** A value that a graph's constants can't hold; whoever knows the checkpoint's file makes a sentence of it. */
final class WeightTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param what such as "too large for …; do …" */
    WeightTooLarge(String what) {
        super(what);
    }
}
