/** Wires the parts over one catalogue. The only place that knows which implementation stands behind which port; the command line and the window both start here. */
package app.earmark.assembly;
