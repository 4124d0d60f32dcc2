/**
 * The window: a view built in code and a view model without controls for each feature, all slow work off the UI thread.
 * {@link app.earmark.ui.EarmarkWindow} is where the program comes in.
 */
package app.earmark.ui;
