/** How numbers read in the window: durations, rates, sizes and counts, in the units of the trade. */
package app.earmark.ui.text;
