package app.earmark.features;

/** What fills a window that a sound is too short for. */
public enum ShortClips {
    /** As many whole repetitions as fit, then silence; so a sound of more than half a window is not repeated. */
    REPEAT_PAD {
        @Override
        int fill(float[] window, int offset, int samples, int length) {
            return repeat(window, offset, samples, length / samples * samples);
        }
    },
    /** Repetitions to the end, the last of them cut. */
    REPEAT {
        @Override
        int fill(float[] window, int offset, int samples, int length) {
            return repeat(window, offset, samples, length);
        }
    },
    /** Silence only. */
    PAD {
        @Override
        int fill(float[] window, int offset, int samples, int length) {
            return samples;
        }
    };

    /**
     * Repeats a sound behind itself; the silence is the caller's.
     *
     * @param window from {@code offset} on it holds {@code samples} of sound
     * @param samples at least 1, at most {@code length}
     * @param length samples to fill, counted from {@code offset}
     * @return samples filled, {@code samples} included
     */
    abstract int fill(float[] window, int offset, int samples, int length);

    private static int repeat(float[] window, int offset, int samples, int end) {
        for (int done = samples; done < end; ) {
            int part = Math.min(done, end - done); // what is filled is whole periods, so it may be copied in turn
            System.arraycopy(window, offset, window, offset + done, part);
            done += part;
        }
        return end;
    }
}
