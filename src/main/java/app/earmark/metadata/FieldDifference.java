package app.earmark.metadata;

/**
 * One text that writing would change.
 *
 * @param key the block's own name for it, such as {@code ICMT}
 * @param before empty where there was none
 * @param after empty where it would be taken out
 */
public record FieldDifference(MetadataBlock.Kind block, String key, String before, String after) {}
