package app.earmark.embed;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Compares one query with every vector it holds, as {@link VectorScorer} does, in a quarter of the memory: a value is a
 * byte. For unit vectors of 512 values, scores are off by about 0.001. Many threads may ask while one adds or replaces rows.
 *
 * <p>Values are kept in 7 bits, because processors without VNNI add pairs of products in 16 bits, which two of 8 bits by 8
 * bits overflow.
 */
public final class CompactVectorScorer implements AutoCloseable {

    /** 2 MB of 512 values a row; no power of two, so that the values of one row don't share a set of the cache. */
    static final int CHUNK = 4032;

    private static final int MOST_THREADS = 4;
    private static final int LARGEST = 63;
    private static final int QUERY_ZERO = 128;

    private final int dimension;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<ByteBuffer> chunks = new ArrayList<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ConcurrentLinkedDeque<IntBuffer> outputs = new ConcurrentLinkedDeque<>();
    private float[] scales = new float[0];
    private int[] sums = new int[0];
    private int rows;
    private boolean closed;

    /**
     * @param dimension values in a vector
     * @throws EncoderFailure if ONNX Runtime does not start
     */
    public CompactVectorScorer(int dimension) throws EncoderFailure {
        this.dimension = dimension;
        environment = OnnxRuntime.environment();
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        try (InputStream model = CompactVectorScorer.class.getResourceAsStream("compact-score.onnx");
                OrtSession.SessionOptions options = OnnxRuntime.options(OptLevel.BASIC_OPT, threads)) {
            session = environment.createSession(model.readAllBytes(), options);
        } catch (OrtException | IOException e) {
            throw new EncoderFailure("The vector search does not start; see the log.", e);
        }
    }

    public int dimension() {
        return dimension;
    }

    /**
     * Adds or replaces a vector.
     *
     * @param row at most the number of rows, which adds one
     * @param vector shape [dimension], finite; copied
     */
    public void put(int row, float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(vector.length + " values in a row of " + dimension);
        }
        lock.writeLock().lock();
        try {
            refuseIfClosed();
            if (row < 0 || row > rows) {
                throw new IndexOutOfBoundsException("row " + row + " of " + rows);
            }
            if (row == rows) {
                makeRoom();
                rows++;
            }
            write(row, vector);
        } finally {
            lock.writeLock().unlock();
        }
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

    /**
     * The score of every row.
     *
     * @param query shape [dimension]
     * @return shape [rows]
     */
    public float[] scores(float[] query) throws EncoderFailure {
        if (query.length != dimension) {
            throw new IllegalArgumentException("a query of " + query.length + " values for vectors of " + dimension);
        }
        float queryScale = largest(query) / (QUERY_ZERO - 1);
        ByteBuffer bytes = ByteBuffer.allocateDirect(dimension);
        for (float value : query) {
            bytes.put((byte) (QUERY_ZERO + (queryScale == 0 ? 0 : Math.round(value / queryScale))));
        }
        lock.readLock().lock();
        try {
            refuseIfClosed();
            float[] scores = new float[rows];
            run(bytes.rewind(), queryScale, scores);
            return scores;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void run(ByteBuffer query, float queryScale, float[] scores) throws EncoderFailure {
        IntBuffer output = outputs.poll();
        if (output == null) {
            output = ByteBuffer.allocateDirect(CHUNK * Integer.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
        }
        try (OnnxTensor queries =
                OnnxTensor.createTensor(environment, query, new long[] {1, dimension}, OnnxJavaType.UINT8)) {
            for (int first = 0; first < rows; first += CHUNK) {
                multiply(queries, chunks.get(first / CHUNK), output);
                int end = Math.min(rows, first + CHUNK);
                for (int row = first; row < end; row++) {
                    scores[row] = (output.get(row - first) - QUERY_ZERO * sums[row]) * scales[row] * queryScale;
                }
            }
        } catch (OrtException e) {
            throw new EncoderFailure("The vector search failed; see the log.", e);
        } finally {
            outputs.push(output);
        }
    }

    private void multiply(OnnxTensor query, ByteBuffer chunk, IntBuffer output) throws OrtException {
        try (OnnxTensor columns =
                        OnnxTensor.createTensor(environment, chunk, new long[] {dimension, CHUNK}, OnnxJavaType.INT8);
                OnnxTensor target = OnnxTensor.createTensor(environment, output, new long[] {1, CHUNK})) {
            session.run(Map.of("query", query, "columns", columns), Set.of(), Map.of("sums", target))
                    .close();
        }
    }

    private static float largest(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the vector search is closed");
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the vector search did not close", e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
