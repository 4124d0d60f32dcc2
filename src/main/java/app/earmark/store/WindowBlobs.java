package app.earmark.store;

import app.earmark.library.WindowVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** The windows of one clip as two blobs: their times as little-endian float64, their vectors as little-endian float32. */
final class WindowBlobs {

    private static final int TIMES = 2 * Double.BYTES;

    private WindowBlobs() {}

    /** Null for no windows. */
    static byte[] times(List<WindowVector> windows) {
        if (windows.isEmpty()) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(windows.size() * TIMES).order(ByteOrder.LITTLE_ENDIAN);
        windows.forEach(window -> bytes.putDouble(window.startSeconds()).putDouble(window.durationSeconds()));
        return bytes.array();
    }

    /** Null for no windows. */
    static byte[] vectors(List<WindowVector> windows) {
        if (windows.isEmpty()) {
            return null;
        }
        int dimension = windows.get(0).joint().length;
        ByteBuffer bytes =
                ByteBuffer.allocate(windows.size() * dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer values = bytes.asFloatBuffer();
        for (WindowVector window : windows) {
            if (window.joint().length != dimension) {
                throw new IllegalArgumentException("windows of " + dimension + " and " + window.joint().length);
            }
            values.put(window.joint());
        }
        return bytes.array();
    }

    static List<WindowVector> windows(byte[] times, byte[] vectors) {
        if (times == null || vectors == null) {
            return List.of();
        }
        int count = times.length / TIMES;
        ByteBuffer seconds = ByteBuffer.wrap(times).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer values =
                ByteBuffer.wrap(vectors).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        List<WindowVector> windows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            float[] vector = new float[values.capacity() / count];
            values.get(vector);
            windows.add(new WindowVector(seconds.getDouble(), seconds.getDouble(), vector));
        }
        return windows;
    }
}
