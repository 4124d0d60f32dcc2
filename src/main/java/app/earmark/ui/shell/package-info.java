/**
 * The window as a whole: its parts laid out and wired, shortcuts, what to do in an empty catalogue, and how the program
 * starts it.
 */
package app.earmark.ui.shell;
