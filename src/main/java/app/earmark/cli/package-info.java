/** The command line: thin commands over the same parts the window uses. Loads no JavaFX class. */
package app.earmark.cli;
