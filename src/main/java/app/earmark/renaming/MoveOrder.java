package app.earmark.renaming;

import app.earmark.renaming.MoveGroup.Step;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Finds an order in which names become free before they are given again. A ring ({@code a → b → a}) is opened by a name for the
 * time between; so is a change of case alone, which some file systems take for no change.
 */
final class MoveOrder {

    private final IntFunction<String> temporaryName;
    private int temporaryNames;

    /** @param temporaryName a name that no file has, for a number */
    MoveOrder(IntFunction<String> temporaryName) {
        this.temporaryName = temporaryName;
    }

    /** @param bundles moves that belong together: a sound's own and those of its companions */
    List<MoveGroup> groups(List<List<FileMove>> bundles) {
        Map<Path, Integer> bundleByOldName = new HashMap<>();
        for (int b = 0; b < bundles.size(); b++) {
            for (FileMove move : bundles.get(b)) {
                bundleByOldName.put(keyOf(move.from()), b);
            }
        }
        int[] parent = new int[bundles.size()];
        for (int b = 0; b < parent.length; b++) {
            parent[b] = b;
        }
        for (int b = 0; b < bundles.size(); b++) {
            for (FileMove move : bundles.get(b)) {
                Integer waitsFor = bundleByOldName.get(keyOf(move.to()));
                if (waitsFor != null) {
                    parent[root(parent, b)] = root(parent, waitsFor);
                }
            }
        }
        Map<Integer, List<FileMove>> joined = new LinkedHashMap<>();
        for (int b = 0; b < bundles.size(); b++) {
            joined.computeIfAbsent(root(parent, b), r -> new ArrayList<>()).addAll(bundles.get(b));
        }
        return joined.values().stream()
                .map(moves -> new MoveGroup(moves, steps(moves)))
                .toList();
    }

    private List<Step> steps(List<FileMove> moves) {
        Map<Path, FileMove> waiting = new LinkedHashMap<>();
        Map<Path, FileMove> byTarget = new HashMap<>();
        moves.forEach(move -> waiting.put(keyOf(move.from()), move));
        moves.forEach(move -> byTarget.put(keyOf(move.to()), move));
        List<Step> steps = new ArrayList<>();
        Deque<FileMove> free = new ArrayDeque<>();
        moves.stream().filter(move -> !waiting.containsKey(keyOf(move.to()))).forEach(free::add);
        List<Step> last = new ArrayList<>();
        while (!waiting.isEmpty()) {
            FileMove move = free.poll();
            if (move == null) {
                move = waiting.values().iterator().next();
                Path between = move.from().resolveSibling(temporaryName.apply(temporaryNames++));
                steps.add(new Step(move.from(), between));
                last.add(new Step(between, move.to()));
            } else {
                steps.add(new Step(move.from(), move.to()));
            }
            waiting.remove(keyOf(move.from()));
            FileMove next = byTarget.get(keyOf(move.from()));
            if (next != null && waiting.containsKey(keyOf(next.from()))) {
                free.add(next);
            }
        }
        steps.addAll(last);
        return steps;
    }

    private static Path keyOf(Path path) {
        return path.resolveSibling(FileNameRules.key(path.getFileName().toString()));
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
