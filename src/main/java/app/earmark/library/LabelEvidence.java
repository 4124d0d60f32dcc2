package app.earmark.library;

/**
 * How often persons spoke about a label.
 *
 * @param confirmed clips on which they say it holds
 * @param rejected clips on which they say it does not
 */
public record LabelEvidence(String label, int confirmed, int rejected) {}
