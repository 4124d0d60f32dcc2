/**
 * A person's taxonomies outside the catalogue: {@link app.earmark.taxonomies.TaxonomyFile} reads and writes them as CSV and
 * YAML, {@link app.earmark.taxonomies.TaxonomyDifference} says what a file would change, and {@link
 * app.earmark.taxonomies.TagPreviewer} finds out from stored vectors which sounds a change would tag, before it is made.
 */
package app.earmark.taxonomies;
