/** How good each label is, by what the person confirmed and rejected. */
package app.earmark.ui.report;
