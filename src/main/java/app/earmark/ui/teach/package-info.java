/** Teaching labels: what each has learnt from, what to ask about next, and its earlier lessons. */
package app.earmark.ui.teach;
