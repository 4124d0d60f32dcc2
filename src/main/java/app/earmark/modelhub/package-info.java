/** Finds model packs: the bundled one, and folders of imported ones. */
package app.earmark.modelhub;
