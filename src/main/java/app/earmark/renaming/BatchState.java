package app.earmark.renaming;

import app.earmark.renaming.BatchFile.End;
import app.earmark.renaming.MoveGroup.Step;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far a batch is, by what was written down and by the disk.
 *
 * @param ends of groups that came to an end
 * @param steps how many steps of a group were taken, by what was written down last
 */
record BatchState(Batch batch, Map<Integer, End> ends, Map<Integer, Integer> steps) {

    BatchState {
        ends = Map.copyOf(ends);
        steps = Map.copyOf(steps);
    }

    static BatchState fresh(Batch batch) {
        return new BatchState(batch, Map.of(), Map.of());
    }

    /**
     * How many steps of a group were taken. What was written down may be one behind the disk, and since no step's target exists
     * before it, the disk tells whether it is.
     */
    int taken(int group) {
        List<Step> all = batch.stepsOf(group);
        if (ends.containsKey(group)) {
            return ends.get(group) == End.DONE ? all.size() : 0;
        }
        int written = steps.getOrDefault(group, 0);
        if (written < all.size()
                && moved(all.get(written).from(), all.get(written).to())) {
            return written + 1;
        }
        boolean undone = written > 0
                && moved(all.get(written - 1).to(), all.get(written - 1).from());
        return undone ? written - 1 : written;
    }

    /** Groups of which something was done. */
    List<Integer> begun() {
        return IntStream.range(0, batch.groups().size())
                .filter(g -> taken(g) > 0)
                .boxed()
                .toList();
    }

    /** How many sounds have the names that they were to have. */
    long soundsRenamed() {
        return IntStream.range(0, batch.groups().size())
                .filter(g -> taken(g) == batch.stepsOf(g).size())
                .mapToLong(g -> batch.groups().get(g).moves().stream()
                        .filter(move -> move.clip().isPresent())
                        .count())
                .sum();
    }

    /** How many sounds there are in it. */
    long sounds() {
        return batch.groups().stream()
                .flatMap(group -> group.moves().stream())
                .filter(move -> move.clip().isPresent())
                .count();
    }

    private static boolean moved(Path from, Path to) {
        return there(to) && !there(from);
    }

    static boolean there(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
