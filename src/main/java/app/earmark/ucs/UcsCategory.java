package app.earmark.ucs;

import java.util.List;

/**
 * A category with its entries in the order of the list.
 *
 * @param name such as {@code DOORS}
 */
public record UcsCategory(String name, List<UcsEntry> entries) {

    public UcsCategory {
        entries = List.copyOf(entries);
    }
}
