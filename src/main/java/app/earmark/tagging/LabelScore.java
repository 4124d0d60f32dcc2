package app.earmark.tagging;

/**
 * How well a label fits a clip.
 *
 * @param similarity cosine, −1 to 1
 * @param probability softmax over all labels asked about; these sum to 1 for a clip
 */
public record LabelScore(String label, double similarity, double probability) {}
