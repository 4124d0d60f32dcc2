package app.earmark.playback;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which place of a file is heard when, across jumps: written by the player's thread, read by any. */
final class PositionTrack {

    private record Anchor(double sinkSeconds, double fileSeconds) {}

    private final Deque<Anchor> anchors = new ArrayDeque<>();

    /** Everything that was to be heard is dropped; the sink's time begins again at 0. */
    synchronized void restart(double fileSeconds) {
        anchors.clear();
        anchors.add(new Anchor(0, fileSeconds));
    }

    /** From this time of the sink on, the file is heard from {@code fileSeconds}. */
    synchronized void jump(double sinkSeconds, double fileSeconds) {
        anchors.add(new Anchor(sinkSeconds, fileSeconds));
    }

    synchronized double fileSeconds(double sinkSeconds) {
        Anchor now = anchors.peekFirst();
        if (now == null) {
            return 0;
        }
        while (anchors.size() > 1 && sinkSeconds >= second().sinkSeconds()) {
            anchors.removeFirst();
            now = anchors.peekFirst();
        }
        return now.fileSeconds() + Math.max(0, sinkSeconds - now.sinkSeconds());
    }

    private Anchor second() {
        var all = anchors.iterator();
        all.next();
        return all.next();
    }
}
