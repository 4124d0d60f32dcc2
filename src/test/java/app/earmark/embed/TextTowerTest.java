package app.earmark.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TextTowerTest {

    private final List<Loaded> loaded = new ArrayList<>();
    private final HandClock clock = new HandClock();
    private final TextTower<Loaded> tower = new TextTower<>("test", this::load, Duration.ofMinutes(5), clock);

    @Test
    void loadsAtTheFirstQueryAndIsReleasedWhenNobodyAsks() throws EncoderFailure {
        assertThat(loaded).isEmpty();
        tower.encode("rain");
        clock.pass(Duration.ofMinutes(4));
        tower.encode("rain");
        clock.pass(Duration.ofMinutes(4));
        assertThat(loaded).hasSize(1);
        assertThat(loaded.get(0).closed).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(loaded.get(0).closed).isTrue();
        assertThat(clock.planned).isEmpty();

        tower.encode("rain");
        assertThat(loaded).hasSize(2);
        clock.pass(Duration.ofMinutes(5));
        assertThat(loaded.get(1).closed).isTrue();
    }

    @Test
    void isNotReleasedUnderAQueryThatTakesLong() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            tower.encode("rain");
            Future<Boolean> wasOpen = other.submit(() -> tower.use(encoder -> {
                begun.countDown();
                await(mayEnd);
                return !encoder.closed;
            }));
            await(begun);
            clock.pass(Duration.ofMinutes(30));
            mayEnd.countDown();
            assertThat(wasOpen.get()).isTrue();
            assertThat(loaded).hasSize(1);
            clock.pass(Duration.ofMinutes(10));
            assertThat(loaded.get(0).closed).isTrue();
        } finally {
            other.shutdown();
        }
    }

    @Test
    void queriesOfManyThreadsAlwaysFindItLoaded() throws Exception {
        ExecutorService others = Executors.newFixedThreadPool(4);
        try {
            List<Future<Void>> queries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                queries.add(others.submit(() -> {
                    for (int n = 0; n < 500; n++) {
                        tower.encode("rain");
                    }
                    return null;
                }));
            }
            while (queries.stream().anyMatch(query -> !query.isDone())) {
                clock.pass(Duration.ofMinutes(6));
            }
            for (Future<Void> query : queries) {
                query.get();
            }
        } finally {
            others.shutdown();
        }
        clock.pass(Duration.ofMinutes(12));
        assertThat(loaded).isNotEmpty().allMatch(encoder -> encoder.closed);
    }

    @Test
    void whatDidNotLoadIsTriedAgain() throws EncoderFailure {
        boolean[] broken = {true};
        TextTower<Loaded> weak = new TextTower<>(
                "test",
                () -> {
                    if (broken[0]) {
                        throw new EncoderFailure("no memory", null);
                    }
                    return load();
                },
                Duration.ofMinutes(5),
                clock);
        assertThatThrownBy(weak::ready).hasMessage("no memory");
        broken[0] = false;
        weak.ready();
        assertThat(loaded).hasSize(1);
    }

    @Test
    void closingReleasesAndRefuses() throws EncoderFailure {
        tower.ready();
        tower.close();
        assertThat(loaded.get(0).closed).isTrue();
        assertThatThrownBy(() -> tower.encode("rain")).isInstanceOf(IllegalStateException.class);
        clock.pass(Duration.ofMinutes(10));
    }

    private synchronized Loaded load() {
        Loaded encoder = new Loaded();
        loaded.add(encoder);
        return encoder;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Loaded implements TextEncoder, AutoCloseable {
        private volatile boolean closed;

        @Override
        public float[] encode(String description) {
            assertThat(closed).as("released under a query").isFalse();
            Thread.yield();
            assertThat(closed).as("released under a query").isFalse();
            return new float[1];
        }

        @Override
        public void close() {
            assertThat(closed).as("released twice").isFalse();
            closed = true;
        }
    }

    /** Time passes by hand, and what was planned for it happens on the thread that lets it pass. */
    private static final class HandClock implements TextTower.Clock {
        private final TreeMap<Long, List<Runnable>> planned = new TreeMap<>();
        private long now;

        @Override
        public synchronized long getAsLong() {
            return now;
        }

        @Override
        public synchronized void later(Duration wait, Runnable action) {
            planned.computeIfAbsent(now + wait.toNanos(), at -> new ArrayList<>())
                    .add(action);
        }

        void pass(Duration time) {
            long end = getAsLong() + time.toNanos();
            for (List<Runnable> due = next(end); due != null; due = next(end)) {
                due.forEach(Runnable::run);
            }
        }

        private synchronized List<Runnable> next(long end) {
            if (planned.isEmpty() || planned.firstKey() > end) {
                now = end;
                return null;
            }
            now = planned.firstKey();
            return planned.remove(now);
        }
    }
}
