package app.earmark.library;

import java.util.Optional;

/**
 * How the catalogue's file itself is.
 *
 * @param schemaVersion version of its tables
 * @param whole whether all of its pages are sound; empty if the time did not suffice to look at them
 * @param problem the first one found, in SQLite's words
 */
public record CatalogueCondition(int schemaVersion, Optional<Boolean> whole, Optional<String> problem) {}
