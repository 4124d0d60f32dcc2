/** The window: a view built in code and a view model without controls for each feature, all slow work off the UI thread. */
package app.earmark.ui;
