package app.earmark.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at one thread's stack every few milliseconds, to say afterwards what it did in a stretch of time. */
final class StackWatch {

    private static final int EVERY_MILLIS = 5;
    private static final int FRAMES_SHOWN = 14;

    private record Look(long nanos, StackTraceElement[] stack) {}

    private final List<Look> looks = new ArrayList<>();

    StackWatch(Thread watched) {
        Thread watcher = new Thread(() -> watch(watched), "stack-watch");
        watcher.setDaemon(true);
        watcher.setPriority(Thread.MAX_PRIORITY);
        watcher.start();
    }

    private void watch(Thread watched) {
        while (true) {
            StackTraceElement[] stack = watched.getStackTrace();
            synchronized (looks) {
                looks.add(new Look(System.nanoTime(), stack));
            }
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The stacks seen between two times, the most frequent first, shortened. */
    String between(long from, long to) {
        Map<String, Integer> seen = new TreeMap<>();
        synchronized (looks) {
            looks.stream()
                    .filter(look -> look.nanos >= from && look.nanos <= to)
                    .forEach(look -> seen.merge(shortened(look.stack), 1, Integer::sum));
        }
        return seen.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(4)
                .map(e -> "  " + e.getValue() + " ×\n" + e.getKey())
                .collect(Collectors.joining("\n"));
    }

    /** The innermost frames, and beyond them those of Earmark. */
    private static String shortened(StackTraceElement[] stack) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < stack.length; i++) {
            if (i < FRAMES_SHOWN || stack[i].getClassName().startsWith("app.earmark")) {
                lines.add("      " + stack[i]);
            }
        }
        return String.join("\n", lines);
    }
}
