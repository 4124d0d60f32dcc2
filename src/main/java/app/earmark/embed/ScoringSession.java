package app.earmark.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One of the program's own graphs that compare vectors: many threads may read rows and run it while one changes rows. */
final class ScoringSession implements AutoCloseable {

    private static final int MOST_THREADS = 4;

    /** Work under the lock. */
    @FunctionalInterface
    interface Reading {
        void run(OrtEnvironment environment) throws OrtException, EncoderFailure;
    }

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * @param graph a resource beside this class
     * @throws EncoderFailure if ONNX Runtime does not start
     */
    ScoringSession(String graph) throws EncoderFailure {
        environment = OnnxRuntime.environment();
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        try (InputStream model = ScoringSession.class.getResourceAsStream(graph);
                OrtSession.SessionOptions options = OnnxRuntime.options(OptLevel.BASIC_OPT, threads)) {
            session = environment.createSession(model.readAllBytes(), options);
        } catch (OrtException | IOException e) {
            throw new EncoderFailure("The vector search does not start; see the log.", e);
        }
    }

    /** Lets nobody change rows meanwhile. */
    void read(Reading reading) throws EncoderFailure {
        lock.readLock().lock();
        try {
            refuseIfClosed();
            reading.run(environment);
        } catch (OrtException e) {
            throw new EncoderFailure("The vector search failed; see the log.", e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Lets nobody read rows meanwhile. */
    void change(Runnable change) {
        lock.writeLock().lock();
        try {
            refuseIfClosed();
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Runs the graph into a tensor that is there; inside {@link #read}. */
    void run(Map<String, OnnxTensor> inputs, String output, OnnxTensor target) throws OrtException {
        session.run(inputs, Set.of(), Map.of(output, target)).close();
    }

    /** Runs the graph; inside {@link #read}. */
    OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
        return session.run(inputs);
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
