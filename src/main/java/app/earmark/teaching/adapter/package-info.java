/**
 * Learning from a library's own names, end to end: gathers what names, fields and confirmed tags say ({@link
 * app.earmark.teaching.adapter.LibraryCaptions}), fits and tries an adapter ({@link app.earmark.learning.adapter}), keeps it
 * with a report, and hands it to searches where it finds more than the pack alone. {@link
 * app.earmark.teaching.adapter.NameLearning} is the surface.
 */
package app.earmark.teaching.adapter;
