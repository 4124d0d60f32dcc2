package app.earmark.embed;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Keeps native memory alive while somebody uses it: ending waits for the uses under way and refuses later ones. */
final class Lifetime {

    /** A use under way; closing it ends the use. */
    interface Use extends AutoCloseable {
        @Override
        void close();
    }

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final String what;
    private boolean ended;

    /**
     * @param what the thing kept alive, for the message of a refusal
     */
    Lifetime(String what) {
        this.what = what;
    }

    /**
     * @throws IllegalStateException after the end
     */
    Use use() {
        lock.readLock().lock();
        if (ended) {
            lock.readLock().unlock();
            throw new IllegalStateException(what + " is closed");
        }
        return lock.readLock()::unlock;
    }

    /** Runs {@code release} once no use is under way, at the first call only. */
    void end(Runnable release) {
        lock.writeLock().lock();
        try {
            if (!ended) {
                ended = true;
                release.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
