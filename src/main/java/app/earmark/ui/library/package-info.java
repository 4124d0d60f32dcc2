/** The side bar: sound libraries, UCS categories and a person's own labels, each with its count; a click narrows the view. */
package app.earmark.ui.library;
