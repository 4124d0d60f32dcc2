/** Labels as the window shows them: chips coloured by who asserted them, and the list to choose labels from. */
package app.earmark.ui.tags;
