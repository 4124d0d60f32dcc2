/** The page on which the selected sounds get new names: a preview of old and new, the options, the result, and what was cut off. */
package app.earmark.ui.rename;
