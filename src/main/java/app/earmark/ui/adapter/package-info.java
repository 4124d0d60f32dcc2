/** Lets searches learn from the names of the person's own sounds, says how good that is, and forgets it. */
package app.earmark.ui.adapter;
