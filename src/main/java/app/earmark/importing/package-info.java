/**
 * Tag sheets back in: reads rows of CSV, TSV, XLSX, JSON and JSON Lines as they come from whatever program wrote them, finds
 * the clip that each row speaks of, and says what would change, before anything does. The person then applies it as one edit of
 * the journal. Rows stream: a sheet is read twice and never held whole.
 */
package app.earmark.importing;
