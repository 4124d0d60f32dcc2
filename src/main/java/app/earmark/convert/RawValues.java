package app.earmark.convert;

import app.earmark.progress.CancelledWork;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the values of one constant, little-endian, as 32- or 16-bit floats. */
final class RawValues implements FloatSink {

    private final String name;
    private final boolean half;
    private final CodedOutputStream out;
    private final WriteProgress progress;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    RawValues(String name, boolean half, CodedOutputStream out, WriteProgress progress) {
        this.name = name;
        this.half = half;
        this.out = out;
        this.progress = progress;
    }

    @Override
    public void put(float[] values, int count) throws IOException, CancelledWork {
        for (int i = 0; i < count; i++) {
            if (buffer.remaining() < Float.BYTES) {
                flush();
            }
            // Each tensor was finite when it was read; products of two need not be.
            if (!Float.isFinite(values[i])) {
                throw new WeightTooLarge("too large to be multiplied; download the checkpoint again");
            }
            if (half) {
                buffer.putShort(shortened(values[i]));
            } else {
                buffer.putFloat(values[i]);
            }
        }
    }

    private static short shortened(float value) throws WeightTooLarge {
        if (Math.abs(value) > HalfFloat.MAX) {
            throw new WeightTooLarge("too large for 16 bits; build the pack as fp32");
        }
        return HalfFloat.fromFloat(value);
    }

    private void flush() throws IOException, CancelledWork {
        out.writeRawBytes(buffer.array(), 0, buffer.position());
        written += buffer.position();
        progress.add(buffer.position());
        buffer.clear();
    }

    void finish(long expected) throws IOException, CancelledWork {
        flush();
        if (written != expected) {
            throw new IllegalStateException(name + " has " + written + " bytes instead of " + expected);
        }
    }
}
