package app.earmark.embed;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Compares one query with every vector it holds, as {@link ExactVectorScorer} does, in a quarter of the memory: a value is a
 * byte. For unit vectors of 512 values, scores are off by about 0.001. Many threads may ask while one adds or replaces rows.
 *
 * <p>Values are kept in 7 bits, because processors without VNNI add pairs of products in 16 bits, which two of 8 bits by 8
 * bits overflow.
 */
public final class CompactVectorScorer implements VectorScorer {

    /** 2 MB of 512 values a row; no power of two, so that the values of one row don't share a set of the cache. */
    static final int CHUNK = 4032;

    private static final int LARGEST = 63;
    private static final int QUERY_ZERO = 128;

    private final int dimension;
    private final ScoringSession session;
    private final List<ByteBuffer> chunks = new ArrayList<>();
    private final ConcurrentLinkedDeque<IntBuffer> outputs = new ConcurrentLinkedDeque<>();
    private float[] scales = new float[0];
    private int[] sums = new int[0];
    private int rows;

    /**
     * @param dimension values in a vector
     * @throws EncoderFailure if ONNX Runtime does not start
     */
    public CompactVectorScorer(int dimension) throws EncoderFailure {
        this.dimension = dimension;
        session = new ScoringSession("compact-score.onnx");
    }

    @Override
    public int dimension() {
        return dimension;
    }

    /** @param vector shape [dimension], finite; copied */
    @Override
    public void put(int row, float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(vector.length + " values in a row of " + dimension);
        }
        session.change(() -> {
            if (row < 0 || row > rows) {
                throw new IndexOutOfBoundsException("row " + row + " of " + rows);
            }
            if (row == rows) {
                makeRoom();
                rows++;
            }
            write(row, vector);
        });
    }

    private void makeRoom() {
        if (rows == chunks.size() * CHUNK) {
            chunks.add(ByteBuffer.allocateDirect(Math.multiplyExact(CHUNK, dimension))
                    .order(ByteOrder.nativeOrder()));
        }
        if (rows == scales.length) {
            int room = Math.max(256, rows + rows / 2);
            scales = Arrays.copyOf(scales, room);
            sums = Arrays.copyOf(sums, room);
        }
    }

    private void write(int row, float[] vector) {
        float scale = largest(vector) / LARGEST;
        ByteBuffer chunk = chunks.get(row / CHUNK);
        int column = row % CHUNK;
        int sum = 0;
        for (int i = 0; i < dimension; i++) {
            int value = scale == 0 ? 0 : Math.round(vector[i] / scale);
            chunk.put(i * CHUNK + column, (byte) value);
            sum += value;
        }
        scales[row] = scale;
        sums[row] = sum;
    }

    @Override
    public float[] scores(float[] query) throws EncoderFailure {
        if (query.length != dimension) {
            throw new IllegalArgumentException("a query of " + query.length + " values for vectors of " + dimension);
        }
        float queryScale = largest(query) / (QUERY_ZERO - 1);
        ByteBuffer bytes = ByteBuffer.allocateDirect(dimension);
        for (float value : query) {
            bytes.put((byte) (QUERY_ZERO + (queryScale == 0 ? 0 : Math.round(value / queryScale))));
        }
        float[][] scores = {null};
        session.read(environment -> {
            scores[0] = new float[rows];
            run(environment, bytes.rewind(), queryScale, scores[0]);
        });
        return scores[0];
    }

    private void run(OrtEnvironment environment, ByteBuffer query, float queryScale, float[] scores)
            throws OrtException {
        IntBuffer output = outputs.poll();
        if (output == null) {
            output = ByteBuffer.allocateDirect(CHUNK * Integer.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
        }
        try (OnnxTensor queries =
                OnnxTensor.createTensor(environment, query, new long[] {1, dimension}, OnnxJavaType.UINT8)) {
            for (int first = 0; first < rows; first += CHUNK) {
                multiply(environment, queries, chunks.get(first / CHUNK), output);
                int end = Math.min(rows, first + CHUNK);
                for (int row = first; row < end; row++) {
                    scores[row] = (output.get(row - first) - QUERY_ZERO * sums[row]) * scales[row] * queryScale;
                }
            }
        } finally {
            outputs.push(output);
        }
    }

    private void multiply(OrtEnvironment environment, OnnxTensor query, ByteBuffer chunk, IntBuffer output)
            throws OrtException {
        try (OnnxTensor columns =
                        OnnxTensor.createTensor(environment, chunk, new long[] {dimension, CHUNK}, OnnxJavaType.INT8);
                OnnxTensor target = OnnxTensor.createTensor(environment, output, new long[] {1, CHUNK})) {
            session.run(Map.of("query", query, "columns", columns), "sums", target);
        }
    }

    private static float largest(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Override
    public void close() {
        session.close();
    }
}
