package app.earmark.teaching;

import app.earmark.library.HeardEvidence;
import app.earmark.library.PackId;
import app.earmark.library.TagPrecedence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which labels should be learnt again: something was said, taken back or merged since, the pack has listened to more of the clips
 * it was said about, or it is another pack that has not learnt the label yet. Thread-safe.
 */
final class DueLessons {

    private record Attempt(PackId pack, String key) {}

    /** What could not be learnt is not tried again before there is more to learn from. */
    private final Map<Attempt, HeardEvidence> tried = new ConcurrentHashMap<>();

    /**
     * @param said by persons, all labels
     * @param heads by label key
     * @param calm whether nothing has changed for a while, so that no more is to be waited for
     * @return label keys
     */
    List<String> of(PackId pack, List<HeardEvidence> said, Map<String, TaughtHead> heads, boolean calm) {
        Map<String, HeardEvidence> byKey = new HashMap<>();
        heads.forEach((key, head) -> byKey.put(key, HeardEvidence.none(key)));
        said.forEach(evidence -> byKey.put(TagPrecedence.keyOf(evidence.label()), evidence));
        List<String> due = new ArrayList<>();
        byKey.forEach((key, evidence) -> {
            TaughtHead head = heads.get(key);
            boolean wanted = head == null
                    ? evidence.confirmed() >= TaughtLabel.LEAST_CONFIRMED
                    : !LessonNotes.of(head.model()).isUpToDate(evidence, calm);
            if (wanted && !evidence.equals(tried.put(new Attempt(pack, key), evidence))) {
                due.add(key);
            }
        });
        return due;
    }
}
