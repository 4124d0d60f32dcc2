package app.earmark.progress;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Daemon threads that give way to whatever a person is doing: the system serves them last. Threads that they start
 * inherit it. Linux ignores {@link Thread#setPriority}, so there the kernel is asked, whose {@code setpriority(2)} of
 * "process 0" is about the calling thread alone.
 */
public final class YieldingThreads implements ThreadFactory {

    private static final Logger LOG = LoggerFactory.getLogger(YieldingThreads.class);
    private static final int PRIO_PROCESS = 0;
    /** A quarter of the range below normal: about a tenth of the processor when somebody else wants all of it. */
    private static final int NICENESS = 10;

    private final String name;
    private final AtomicInteger count = new AtomicInteger();

    /** @param name of the threads; a number follows it */
    public YieldingThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(
                () -> {
                    giveWay();
                    work.run();
                },
                name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    private static void giveWay() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            int now = Function.getFunction("c", "getpriority").invokeInt(new Object[] {PRIO_PROCESS, 0});
            Function.getFunction("c", "setpriority").invokeInt(new Object[] {PRIO_PROCESS, 0, Math.max(now, NICENESS)});
        } catch (LinkageError | RuntimeException e) {
            LOG.info("work in the background can't be made to give way: {}", e.toString());
        }
    }
}
