package app.earmark.ui.tags;

import app.earmark.library.LabelEvidence;
import app.earmark.library.TagCatalog;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which labels a person has, and how often they use each.
 *
 * @param own labels beyond the CatIDs
 * @param confirmed on how many sounds a person says that a label holds
 */
public record LabelUse(List<String> own, Map<String, Integer> confirmed) {

    /** Reads the catalogue; not for the window's thread. */
    public static LabelUse read(TagCatalog tags) {
        return new LabelUse(
                tags.ownLabels().stream().map(TagCatalog.OwnLabel::label).toList(),
                tags.evidence().stream()
                        .collect(Collectors.toMap(LabelEvidence::label, LabelEvidence::confirmed, Integer::max)));
    }
}
