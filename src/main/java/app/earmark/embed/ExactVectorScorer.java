package app.earmark.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Compares one query with every vector it holds: exact, brute force, as a matrix product in ONNX Runtime (measured in
 * docs/benchmarks.md). Many threads may ask while one adds or replaces rows; an answer sees each row whole.
 */
public final class ExactVectorScorer implements MatrixScorer {

    /** Divides a chunk of rows. */
    private static final int IMAGES_AT_ONCE = 2048;

    /** Receives scores of consecutive rows. */
    @FunctionalInterface
    private interface Scores {
        void accept(int firstRow, FloatBuffer scores);
    }

    private final int dimension;
    private final VectorRows vectors;
    private final ScoringSession session;
    private final ConcurrentLinkedDeque<FloatBuffer> outputs = new ConcurrentLinkedDeque<>();

    /**
     * @param dimension values in a vector
     * @throws EncoderFailure if ONNX Runtime does not start
     */
    public ExactVectorScorer(int dimension) throws EncoderFailure {
        this.dimension = dimension;
        vectors = new VectorRows(dimension);
        session = new ScoringSession("score.onnx");
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void put(int row, float[] vector) {
        session.change(() -> vectors.put(row, vector));
    }

    @Override
    public float[] scores(float[] query) throws EncoderFailure {
        float[][] scores = {null};
        session.read(environment -> {
            scores[0] = new float[vectors.size()];
            run(environment, query, (first, chunk) -> chunk.get(0, scores[0], first, chunk.remaining()));
        });
        return scores[0];
    }

    /** The {@code k} best rows, best first. */
    public List<ScoredRow> top(float[] query, int k) throws EncoderFailure {
        TopK top = new TopK(k);
        session.read(environment -> run(environment, query, (first, chunk) -> {
            for (int i = 0; i < chunk.remaining(); i++) {
                top.offer(first + i, chunk.get(i));
            }
        }));
        return top.drain();
    }

    /** The {@code k} best of the allowed rows, best first. */
    public List<ScoredRow> top(float[] query, int k, BitSet allowed) throws EncoderFailure {
        TopK top = new TopK(k);
        session.read(environment -> run(environment, query, (first, chunk) -> {
            int end = first + chunk.remaining();
            for (int row = allowed.nextSetBit(first); row >= 0 && row < end; row = allowed.nextSetBit(row + 1)) {
                top.offer(row, chunk.get(row - first));
            }
        }));
        return top.drain();
    }

    private void run(OrtEnvironment environment, float[] query, Scores scores) throws OrtException {
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
                score(environment, vectors.chunk(chunk), queries, results);
                scores.accept(chunk * VectorRows.CHUNK, results);
            }
        } finally {
            outputs.push(output);
        }
    }

    private void score(OrtEnvironment environment, FloatBuffer rows, OnnxTensor queries, FloatBuffer results)
            throws OrtException {
        int count = results.remaining();
        try (OnnxTensor matrix = OnnxTensor.createTensor(environment, rows, new long[] {count, dimension});
                OnnxTensor target = OnnxTensor.createTensor(environment, results, new long[] {count, 1})) {
            session.run(Map.of("rows", matrix, "queries", queries), "scores", target);
        }
    }

    @Override
    public void images(float[] matrix, int width, RowSink sink) throws EncoderFailure {
        if (matrix.length != dimension * width) {
            throw new IllegalArgumentException(matrix.length + " values in a matrix of " + dimension + " by " + width);
        }
        session.read(environment -> {
            try (OnnxTensor map =
                    OnnxTensor.createTensor(environment, FloatBuffer.wrap(matrix), new long[] {dimension, width})) {
                for (int from = 0; from < vectors.size(); from += IMAGES_AT_ONCE) {
                    int count = Math.min(IMAGES_AT_ONCE, vectors.size() - from);
                    FloatBuffer rows = vectors.chunk(from / VectorRows.CHUNK)
                            .slice(from % VectorRows.CHUNK * dimension, count * dimension);
                    imagesOf(environment, rows, map, width, from, sink);
                }
            }
        });
    }

    private void imagesOf(
            OrtEnvironment environment, FloatBuffer rows, OnnxTensor map, int width, int from, RowSink sink)
            throws OrtException {
        int count = rows.remaining() / dimension;
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

    @Override
    public void close() {
        session.close();
    }
}
