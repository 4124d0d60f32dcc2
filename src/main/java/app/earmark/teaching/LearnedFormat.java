package app.earmark.teaching;

import app.earmark.learning.Calibration;
import app.earmark.learning.Head;
import app.earmark.learning.IsotonicRegression;
import app.earmark.learning.LinearScore;
import app.earmark.learning.PlattScaling;
import app.earmark.learning.Spread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * How heads and calibrations are kept, big-endian. Head: version 1, dimension, float32 weights, then float64 bias, mean and
 * deviation of the linear score, weight of the similarity, its mean and deviation. Calibration: version 1, version of the
 * head it belongs to, 0 for none, 1 for Platt's a and b, 2 for isotonic: count, scores, probabilities.
 */
final class LearnedFormat {

    private static final int VERSION = 1;
    private static final int MOST_VALUES = 1 << 20;

    private LearnedFormat() {}

    /** @param head version of the head whose scores it turns into probabilities */
    record OfHead(int head, Optional<Calibration> calibration) {}

    static byte[] write(Head head) {
        return bytes(out -> {
            out.writeByte(VERSION);
            out.writeInt(head.acoustic().weights().length);
            for (float weight : head.acoustic().weights()) {
                out.writeFloat(weight);
            }
            out.writeDouble(head.acoustic().bias());
            out.writeDouble(head.acousticOver().mean());
            out.writeDouble(head.acousticOver().deviation());
            out.writeDouble(head.similarityWeight());
            out.writeDouble(head.similarityOver().mean());
            out.writeDouble(head.similarityOver().deviation());
        });
    }

    /** @throws UncheckedIOException if the bytes are no head */
    static Head readHead(byte[] content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            expect(in, VERSION);
            float[] weights = new float[count(in)];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = in.readFloat();
            }
            LinearScore linear = new LinearScore(weights, in.readDouble());
            Spread over = new Spread(in.readDouble(), in.readDouble());
            double similarityWeight = in.readDouble();
            return new Head(linear, over, similarityWeight, new Spread(in.readDouble(), in.readDouble()));
        } catch (IOException e) {
            throw new UncheckedIOException("What was learnt is damaged.", e);
        }
    }

    static byte[] write(OfHead calibration) {
        return bytes(out -> {
            out.writeByte(VERSION);
            out.writeInt(calibration.head());
            Calibration curve = calibration.calibration().orElse(null);
            if (curve instanceof PlattScaling platt) {
                out.writeByte(1);
                out.writeDouble(platt.a());
                out.writeDouble(platt.b());
            } else if (curve instanceof IsotonicRegression isotonic) {
                out.writeByte(2);
                out.writeInt(isotonic.scores().length);
                for (int i = 0; i < isotonic.scores().length; i++) {
                    out.writeDouble(isotonic.scores()[i]);
                    out.writeDouble(isotonic.probabilities()[i]);
                }
            } else {
                out.writeByte(0);
            }
        });
    }

    /** @throws UncheckedIOException if the bytes are no calibration */
    static OfHead readCalibration(byte[] content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            expect(in, VERSION);
            int head = in.readInt();
            int kind = in.readByte();
            if (kind == 0) {
                return new OfHead(head, Optional.empty());
            }
            if (kind == 1) {
                return new OfHead(head, Optional.of(new PlattScaling(in.readDouble(), in.readDouble())));
            }
            double[] scores = new double[count(in)];
            double[] probabilities = new double[scores.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = in.readDouble();
                probabilities[i] = in.readDouble();
            }
            return new OfHead(head, Optional.of(new IsotonicRegression(scores, probabilities)));
        } catch (IOException e) {
            throw new UncheckedIOException("What was learnt is damaged.", e);
        }
    }

    private static void expect(DataInputStream in, int version) throws IOException {
        int found = in.readByte();
        if (found != version) {
            throw new IOException("version " + found);
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 1 || count > MOST_VALUES) {
            throw new IOException(count + " values");
        }
        return count;
    }

    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
