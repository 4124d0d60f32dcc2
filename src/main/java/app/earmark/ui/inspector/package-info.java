/**
 * What is known about the selected clip: its tags with score and source, to confirm, reject or add to; the file's facts
 * and metadata; clips that sound like it.
 */
package app.earmark.ui.inspector;
