package app.earmark.features;

/** Which start of a third of a long clip a crop is taken from; the reference takes a random one. */
enum ThirdsPick {
    /** What the reference arrays were made with. */
    FIRST {
        @Override
        long of(long first, long count) {
            return first;
        }
    },
    /** What says most about the third. */
    MIDDLE {
        @Override
        long of(long first, long count) {
            return first + count / 2;
        }
    };

    /**
     * @param first first candidate
     * @param count candidates, at least 1
     */
    abstract long of(long first, long count);
}
