package app.earmark.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One place in a file that holds text, as it was found.
 *
 * @param values by the block's own keys, in the file's order: {@code Description} in bext, {@code ICMT} in INFO, {@code
 *     TXXX:CATID} in ID3, the elements' names as the file spells them in iXML
 */
public record MetadataBlock(Kind kind, Map<String, String> values) {

    /** Where text can be, the place that is believed most first. */
    public enum Kind {
        IXML_USER("iXML USER"),
        IXML_ASWG("iXML ASWG"),
        BEXT("bext"),
        ID3("ID3"),
        VORBIS("Vorbis comment"),
        MP4("MP4 tags"),
        INFO("INFO"),
        AIFF_TEXT("AIFF text"),
        IXML("iXML");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name that the trade knows it by. */
        public String label() {
            return label;
        }
    }

    public MetadataBlock {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
