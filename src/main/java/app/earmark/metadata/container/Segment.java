package app.earmark.metadata.container;

/** A stretch of a file that is to be put together. */
public sealed interface Segment {

    long length();

    /** Bytes of the original. */
    record Kept(long from, long length) implements Segment {}

    /** Other bytes. */
    record Fresh(byte[] bytes) implements Segment {

        @Override
        public long length() {
            return bytes.length;
        }
    }
}
