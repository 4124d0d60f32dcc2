package app.earmark.learning.adapter;

import java.util.Comparator;
import java.util.List;

/**
 * Meanings of names that were learnt from, in a byte a value, to tell whether a query is about anything the library has
 * names for.
 */
final class KnownNames {

    /** Of more names an arbitrary choice: a query near many is near one of these. */
    static final int MOST = 4000;

    private static final int STEPS = 127;

    /** Cosine with the nearest name up to which the adapter takes no part, and from which it takes all of it. */
    private static final double STRANGE = 0.35;

    private static final double FAMILIAR = 0.7;

    private final byte[][] meanings;
    private final float[] scales;

    KnownNames(byte[][] meanings, float[] scales) {
        this.meanings = meanings;
        this.scales = scales;
    }

    static KnownNames of(List<Caption> captions) {
        List<Caption> kept = captions.size() <= MOST
                ? captions
                : captions.stream()
                        .sorted(Comparator.comparingInt((Caption c) -> Spreading.hash(String.join(" ", c.words()))))
                        .limit(MOST)
                        .toList();
        byte[][] meanings = new byte[kept.size()][];
        float[] scales = new float[kept.size()];
        for (int i = 0; i < meanings.length; i++) {
            float[] vector = kept.get(i).meaning();
            float largest = 1e-12f;
            for (float value : vector) {
                largest = Math.max(largest, Math.abs(value));
            }
            scales[i] = largest / STEPS;
            meanings[i] = new byte[vector.length];
            for (int k = 0; k < vector.length; k++) {
                meanings[i][k] = (byte) Math.round(vector[k] / scales[i]);
            }
        }
        return new KnownNames(meanings, scales);
    }

    byte[][] meanings() {
        return meanings;
    }

    float[] scales() {
        return scales;
    }

    /** From 0, nothing like it has a name, to 1. */
    double trust(float[] meaning) {
        double nearest = -1;
        for (int i = 0; i < meanings.length; i++) {
            nearest = Math.max(nearest, dot(meaning, meanings[i]) * scales[i]);
        }
        return Math.max(0, Math.min(1, (nearest - STRANGE) / (FAMILIAR - STRANGE)));
    }

    private static float dot(float[] a, byte[] b) {
        // four sums, so that the additions need not wait for each other
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
