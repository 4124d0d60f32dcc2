/**
 * How the window does slow things: work runs on background threads, results come back to the window's thread in batches,
 * a newer request replaces an older one, and long work shows in a list with its pace and a cancel button. The only place
 * that turns {@link app.earmark.progress.Progress} into JavaFX.
 */
package app.earmark.ui.task;
