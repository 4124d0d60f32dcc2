/**
 * The kinds of sound file, as far as their text is concerned: where each block lies, and how the file would have to be put
 * together for it to say something else. A new file is a {@link app.earmark.metadata.container.Recipe}: stretches of the old
 * one and a few fresh bytes, so that all that is not text is kept to the byte, and what was replaced is all that a backup holds.
 */
package app.earmark.metadata.container;
