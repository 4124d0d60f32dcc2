/** What the person did, newest first, and the way back: undo, redo, and undo up to here. */
package app.earmark.ui.history;
