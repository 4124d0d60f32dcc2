/** Tag sheets: one row a clip, in the trade's column names, as CSV, TSV, XLSX, JSON or JSON Lines. */
package app.earmark.export;
