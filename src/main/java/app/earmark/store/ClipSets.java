package app.earmark.store;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** Ids of clips as one text, from {@code group_concat(clip, ' ')}: fetching rows one by one takes several times as long. */
final class ClipSets {

    private ClipSets() {}

    static BitSet of(String ids) {
        BitSet set = new BitSet();
        each(ids, set::set);
        return set;
    }

    /** Passes the ids on in the text's order. */
    static void each(String ids, IntConsumer consumer) {
        int id = 0;
        for (int i = 0; i < ids.length(); i++) {
            char digit = ids.charAt(i);
            if (digit == ' ') {
                consumer.accept(id);
                id = 0;
            } else {
                id = 10 * id + digit - '0';
            }
        }
        if (!ids.isEmpty()) {
            consumer.accept(id);
        }
    }
}
