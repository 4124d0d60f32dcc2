package app.earmark.learning;

import java.util.ArrayList;
import java.util.List;

/** Gathers vectors that are all but the same: takes of one recording, copies in other formats. */
public final class SoundAlike {

    /** Cosine from which two clips count as the same sound. */
    public static final double SAME = 0.97;

    private SoundAlike() {}

    /**
     * One pass: a vector joins the first group whose first member it resembles.
     *
     * @param vectors unit length
     * @param most groups that are compared with; later vectors are groups of their own once there are so many
     * @return the group of each, numbered from 0 in order of appearance
     */
    public static int[] groups(float[][] vectors, int most) {
        List<float[]> leaders = new ArrayList<>();
        int[] groups = new int[vectors.length];
        int count = 0;
        for (int i = 0; i < vectors.length; i++) {
            int group = resembling(vectors[i], leaders);
            if (group < 0) {
                group = count++;
                if (leaders.size() < most) {
                    leaders.add(vectors[i]);
                }
            }
            groups[i] = group;
        }
        return groups;
    }

    private static int resembling(float[] vector, List<float[]> leaders) {
        for (int g = 0; g < leaders.size(); g++) {
            if (LinearScore.dot(vector, leaders.get(g)) >= SAME) {
                return g;
            }
        }
        return -1;
    }
}
