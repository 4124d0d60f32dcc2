/** Tag sheets in the window: which columns go out, and what a sheet that comes in would change. */
package app.earmark.ui.sheets;
