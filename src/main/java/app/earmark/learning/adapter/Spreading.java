package app.earmark.learning.adapter;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** An arbitrary choice that is the same each time. */
public final class Spreading {

    private Spreading() {}

    /** A number that has nothing to do with the text's order or meaning. */
    public static int hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        // Spreads names that differ in one letter over all halves and quarters.
        int mixed = (int) crc.getValue() * 0x9E3779B1;
        return mixed ^ mixed >>> 15;
    }
}
