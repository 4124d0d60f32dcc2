package app.earmark.learning;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Splits examples for cross-validation so that those of one group, such as takes that sound the same, are on one side,
 * and each fold has about its share of both classes.
 */
final class Folds {

    private Folds() {}

    /**
     * @param groups a number for each example, the same for those to be kept together; 0 to n − 1
     * @return the fold of each example
     */
    static int[] stratified(boolean[] holds, int[] groups, int folds, long seed) {
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        int[][] sizes = new int[count][2];
        for (int i = 0; i < groups.length; i++) {
            sizes[groups[i]][holds[i] ? 1 : 0]++;
        }
        Random random = new Random(seed);
        int[] shuffled = shuffled(count, random);
        // the large ones first, so that the small ones can even them out
        Integer[] order = IntStream.of(shuffled).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order, (a, b) -> sizes[b][1] != sizes[a][1] ? sizes[b][1] - sizes[a][1] : sizes[b][0] - sizes[a][0]);
        int[][] filled = new int[folds][2];
        int[] foldOf = new int[count];
        for (int group : order) {
            int decides = sizes[group][1] > 0 ? 1 : 0;
            int least = 0;
            for (int f = 1; f < folds; f++) {
                if (filled[f][decides] < filled[least][decides]) {
                    least = f;
                }
            }
            foldOf[group] = least;
            filled[least][0] += sizes[group][0];
            filled[least][1] += sizes[group][1];
        }
        return IntStream.of(groups).map(group -> foldOf[group]).toArray();
    }

    private static int[] shuffled(int count, Random random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
