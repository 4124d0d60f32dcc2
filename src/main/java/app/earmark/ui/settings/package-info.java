/** What the window remembers between two runs, in a small text file in Earmark's own folder. */
package app.earmark.ui.settings;
