package app.earmark.library;

/**
 * What persons said about a label, in short, and how much of it a pack can learn from.
 *
 * @param label as people spell it
 * @param heard clips that persons spoke about and that the pack has vectors of
 * @param confirmed of those, the ones on which the label holds
 * @param fingerprint of all that was said: differs, but for a rare accident, where any clip is judged otherwise
 */
public record HeardEvidence(String label, int heard, int confirmed, long fingerprint) {

    /** Nobody said anything. */
    public static HeardEvidence none(String label) {
        return new HeardEvidence(label, 0, 0, 0);
    }
}
