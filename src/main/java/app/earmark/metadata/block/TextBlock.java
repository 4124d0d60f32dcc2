package app.earmark.metadata.block;

import app.earmark.metadata.MetadataBlock;
import java.util.Map;

/** A block of text, and the bytes it is made of. Immutable. */
public interface TextBlock {

    MetadataBlock.Kind kind();

    /** Texts by the block's own keys, in its order. */
    Map<String, String> values();

    /** The block's bytes, without any header of the container's. */
    byte[] bytes();
}
