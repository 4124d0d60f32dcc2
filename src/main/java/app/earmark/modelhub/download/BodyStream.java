package app.earmark.modelhub.download;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A response's body, handed over piece by piece. Unlike the client's own streams, a reader waits a bounded time for each
 * piece and stops at once when the work is cancelled. At most one piece is held.
 */
final class BodyStream implements BodySubscriber<BodyStream>, AutoCloseable {

    private static final long SLICE_MILLIS = 100;
    private static final Piece END = new Piece(null, null);

    private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private volatile Subscription subscription;
    private boolean ended;

    /** What arrived; neither for the end. */
    private record Piece(List<ByteBuffer> bytes, Throwable failure) {}

    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription bodySubscription) {
        subscription = bodySubscription;
        bodySubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        pieces.add(new Piece(bytes, null));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(null, failure));
    }

    @Override
    public void onComplete() {
        pieces.add(END);
    }

    /**
     * The next bytes, or an empty list at the end.
     *
     * @throws TimeoutException if none arrive within {@code longest}
     * @throws IOException if the connection broke
     */
    List<ByteBuffer> next(Duration longest, Progress progress) throws IOException, TimeoutException, CancelledWork {
        while (!ended) {
            Piece piece = await(longest, progress);
            if (piece == END) {
                ended = true;
            } else if (piece.failure() != null) {
                throw new IOException(piece.failure().getMessage(), piece.failure());
            } else {
                subscription.request(1);
                if (!piece.bytes().isEmpty()) {
                    return piece.bytes();
                }
            }
        }
        return List.of();
    }

    private Piece await(Duration longest, Progress progress) throws TimeoutException, CancelledWork {
        long deadline = System.nanoTime() + longest.toNanos();
        while (true) {
            progress.throwIfCancelled();
            try {
                Piece piece = pieces.poll(SLICE_MILLIS, TimeUnit.MILLISECONDS);
                if (piece != null) {
                    return piece;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledWork();
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException();
            }
        }
    }

    /** Lets go of the connection; nothing more arrives. */
    @Override
    public void close() {
        Subscription current = subscription;
        if (current != null && !ended) {
            current.cancel();
        }
    }
}
