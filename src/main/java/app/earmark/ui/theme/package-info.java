/** How the window looks: light and dark over AtlantaFX, the colours Earmark adds, its icons and empty states. */
package app.earmark.ui.theme;
