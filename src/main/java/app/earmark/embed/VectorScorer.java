package app.earmark.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Compares one query with every vector it holds: exact, brute force, as a matrix product in ONNX Runtime (measured in
 * docs/benchmarks.md). Many threads may ask while one adds or replaces rows; an answer sees each row whole.
 */
public final class VectorScorer implements AutoCloseable {

    private static final int MOST_THREADS = 4;
    /** Divides a chunk of rows. */
    private static final int IMAGES_AT_ONCE = 2048;

    /** Receives scores of consecutive rows. */
    @FunctionalInterface
    private interface Scores {
        void accept(int firstRow, FloatBuffer scores);
    }

    private final int dimension;
    private final VectorRows vectors;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ConcurrentLinkedDeque<FloatBuffer> outputs = new ConcurrentLinkedDeque<>();
    private boolean closed;

    /**
     * @param dimension values in a vector
     * @throws EncoderFailure if ONNX Runtime does not start
     */
    public VectorScorer(int dimension) throws EncoderFailure {
        this.dimension = dimension;
        vectors = new VectorRows(dimension);
        environment = OnnxRuntime.environment();
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        try (InputStream model = VectorScorer.class.getResourceAsStream("score.onnx");
                OrtSession.SessionOptions options = OnnxRuntime.options(OptLevel.BASIC_OPT, threads)) {
            session = environment.createSession(model.readAllBytes(), options);
        } catch (OrtException | IOException e) {
            throw new EncoderFailure("The vector search does not start; see the log.", e);
        }
    }

    public int dimension() {
        return dimension;
    }

    public int rows() {
        lock.readLock().lock();
        try {
            return vectors.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Adds or replaces a vector.
     *
     * @param row at most {@link #rows()}, which adds one
     * @param vector shape [dimension]; copied
     */
    public void put(int row, float[] vector) {
        lock.writeLock().lock();
        try {
            refuseIfClosed();
            vectors.put(row, vector);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * The score of every row.
     *
     * @param query shape [dimension]
     * @return shape [rows]
     */
    public float[] scores(float[] query) throws EncoderFailure {
        lock.readLock().lock();
        try {
            float[] scores = new float[vectors.size()];
            run(query, (first, chunk) -> chunk.get(0, scores, first, chunk.remaining()));
            return scores;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Receives what a matrix made of rows. */
    @FunctionalInterface
    public interface RowSink {
        void accept(int row, float[] image);
    }

    /**
     * Every row times one matrix, in the order of rows.
     *
     * @param matrix row by row, shape [dimension · width]
     * @param sink takes each image, shape [width]; the array is its own
     */
    public void images(float[] matrix, int width, RowSink sink) throws EncoderFailure {
        if (matrix.length != dimension * width) {
            throw new IllegalArgumentException(matrix.length + " values in a matrix of " + dimension + " by " + width);
        }
        lock.readLock().lock();
        try (OnnxTensor map =
                OnnxTensor.createTensor(environment, FloatBuffer.wrap(matrix), new long[] {dimension, width})) {
            refuseIfClosed();
            for (int from = 0; from < vectors.size(); from += IMAGES_AT_ONCE) {
                int count = Math.min(IMAGES_AT_ONCE, vectors.size() - from);
                FloatBuffer rows = vectors.chunk(from / VectorRows.CHUNK)
                        .slice(from % VectorRows.CHUNK * dimension, count * dimension);
                try (OnnxTensor part = OnnxTensor.createTensor(environment, rows, new long[] {count, dimension});
                        OrtSession.Result result = session.run(Map.of("rows", part, "queries", map))) {
                    FloatBuffer images = ((OnnxTensor) result.get(0)).getFloatBuffer();
                    for (int i = 0; i < count; i++) {
                        float[] image = new float[width];
                        images.get(i * width, image);
                        sink.accept(from + i, image);
                    }
                }
            }
        } catch (OrtException e) {
            throw new EncoderFailure("The vector search failed; see the log.", e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The {@code k} best rows, best first. */
    public List<ScoredRow> top(float[] query, int k) throws EncoderFailure {
        TopK top = new TopK(k);
        runLocked(query, (first, chunk) -> {
            for (int i = 0; i < chunk.remaining(); i++) {
                top.offer(first + i, chunk.get(i));
            }
        });
        return top.drain();
    }

    /** The {@code k} best of the allowed rows, best first. */
    public List<ScoredRow> top(float[] query, int k, BitSet allowed) throws EncoderFailure {
        TopK top = new TopK(k);
        runLocked(query, (first, chunk) -> {
            int end = first + chunk.remaining();
            for (int row = allowed.nextSetBit(first); row >= 0 && row < end; row = allowed.nextSetBit(row + 1)) {
                top.offer(row, chunk.get(row - first));
            }
        });
        return top.drain();
    }

    private void runLocked(float[] query, Scores scores) throws EncoderFailure {
        lock.readLock().lock();
        try {
            run(query, scores);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void run(float[] query, Scores scores) throws EncoderFailure {
        refuseIfClosed();
        if (query.length != dimension) {
            throw new IllegalArgumentException("a query of " + query.length + " values for vectors of " + dimension);
        }
        FloatBuffer output = outputs.poll();
        if (output == null) {
            output = VectorRows.direct(VectorRows.CHUNK);
        }
        try (OnnxTensor queries =
                OnnxTensor.createTensor(environment, FloatBuffer.wrap(query), new long[] {dimension, 1})) {
            for (int chunk = 0; chunk < vectors.chunks(); chunk++) {
                FloatBuffer results = output.slice(0, vectors.rowsIn(chunk));
                score(vectors.chunk(chunk), queries, results);
                scores.accept(chunk * VectorRows.CHUNK, results);
            }
        } catch (OrtException e) {
            throw new EncoderFailure("The vector search failed; see the log.", e);
        } finally {
            outputs.push(output);
        }
    }

    private void score(FloatBuffer rows, OnnxTensor queries, FloatBuffer results) throws OrtException {
        int count = results.remaining();
        try (OnnxTensor matrix = OnnxTensor.createTensor(environment, rows, new long[] {count, dimension});
                OnnxTensor target = OnnxTensor.createTensor(environment, results, new long[] {count, 1})) {
            session.run(Map.of("rows", matrix, "queries", queries), Set.of(), Map.of("scores", target))
                    .close();
        }
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
