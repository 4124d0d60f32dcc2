package app.earmark.learning.adapter;

import app.earmark.learning.LinearScore;
import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether an adapter finds what the pack alone does not. Each half of the library is searched with an adapter fitted on
 * the other one, by the names of its own clips; a clip answers a name if its own name shares at least half of the words. What names hold as text takes no
 * part, so that this tells of clips whose names say nothing.
 */
public final class NameTrial {

    private static final int TOP = 10;

    private final CaptionedClips clips;
    private final float[][] joint;
    private final List<Set<String>> nameOf;
    private final Map<String, BitSet> clipsWith = new HashMap<>();

    /**
     * @param joint unit-length vector of each clip in the pack's joint space
     * @param nameOf words of each clip's name
     */
    public NameTrial(CaptionedClips clips, float[][] joint, List<Set<String>> nameOf) {
        this.clips = clips;
        this.joint = joint;
        this.nameOf = List.copyOf(nameOf);
        for (int i = 0; i < nameOf.size(); i++) {
            for (String word : nameOf.get(i)) {
                clipsWith.computeIfAbsent(word, w -> new BitSet()).set(i);
            }
        }
    }

    /**
     * @param inFirstHalf which half each clip belongs to
     */
    public HeldOut run(List<NameQuery> queries, boolean[] inFirstHalf, Progress progress) throws CancelledWork {
        HeldOut result = HeldOut.NONE;
        for (boolean first : new boolean[] {true, false}) {
            int[] fitted = rows(inFirstHalf, !first);
            int[] searched = rows(inFirstHalf, first);
            CaptionedClips learnt = clips.at(fitted);
            if (learnt.captions().stream().filter(Caption::isRead).count() < 2 || searched.length <= TOP) {
                continue;
            }
            NameAdapter adapter = AdapterFit.fit(learnt, progress);
            float[][] adapted = Arrays.stream(searched)
                    .mapToObj(row -> adapter.adapt(clips.acoustic()[row]))
                    .toArray(float[][]::new);
            Set<Set<String>> held =
                    Arrays.stream(searched).mapToObj(nameOf::get).collect(Collectors.toSet());
            for (NameQuery query : queries) {
                progress.throwIfCancelled();
                if (held.contains(query.words())) {
                    boolean[] answers = answers(query, searched);
                    float[] plain = new float[searched.length];
                    for (int i = 0; i < plain.length; i++) {
                        plain[i] = (float) LinearScore.dot(query.joint(), joint[searched[i]]);
                    }
                    AdaptedQuery asked = adapter.query(query.meaning(), query.words());
                    float[] near = new float[searched.length];
                    for (int i = 0; i < near.length; i++) {
                        near[i] = (float) LinearScore.dot(asked.vector(), adapted[i]);
                    }
                    float[] fused = AdaptedRanking.fuse(plain, plain, near, asked.trust());
                    result = result.plus(finds(plain, answers), finds(fused, answers));
                }
            }
        }
        return result;
    }

    /** Of equal scores the earlier clip is better, as in a search. */
    private static boolean finds(float[] scores, boolean[] answers) {
        float best = Float.NEGATIVE_INFINITY;
        int at = -1;
        for (int i = 0; i < scores.length; i++) {
            if (answers[i] && scores[i] > best) {
                best = scores[i];
                at = i;
            }
        }
        int before = 0;
        for (int i = 0; i < scores.length; i++) {
            before += scores[i] > best || scores[i] == best && i < at ? 1 : 0;
        }
        return before < TOP;
    }

    /** By {@link NameWords#alike}; of a large library most names share no word with a query. */
    private boolean[] answers(NameQuery query, int[] rows) {
        BitSet near = new BitSet();
        query.words().forEach(word -> near.or(clipsWith.getOrDefault(word, new BitSet())));
        boolean[] answers = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            answers[i] = near.get(rows[i]) && NameWords.alike(query.words(), nameOf.get(rows[i]));
        }
        return answers;
    }

    private static int[] rows(boolean[] half, boolean which) {
        return IntStream.range(0, half.length).filter(i -> half[i] == which).toArray();
    }
}
