package app.earmark.metadata.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replaces places of a text, all given by where they are before any is replaced. */
final class Splices {

    private record Splice(int from, int to, String with) {}

    private final String text;
    private final List<Splice> splices = new ArrayList<>();

    Splices(String text) {
        this.text = text;
    }

    void replace(int from, int to, String with) {
        splices.add(new Splice(from, to, with));
    }

    String result() {
        splices.sort(
                Comparator.comparingInt(Splice::from).thenComparingInt(Splice::to)); // stable: in the order they came
        StringBuilder out = new StringBuilder();
        int reached = 0;
        for (Splice splice : splices) {
            out.append(text, reached, splice.from()).append(splice.with());
            reached = splice.to();
        }
        return out.append(text, reached, text.length()).toString();
    }
}
