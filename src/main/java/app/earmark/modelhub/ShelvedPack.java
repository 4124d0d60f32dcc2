package app.earmark.modelhub;

import app.earmark.embed.PackDescription;
import app.earmark.embed.PackFiles;

/**
 * A usable pack on the shelf.
 *
 * @param bundled part of the program rather than imported
 * @param sizeBytes all its files together
 */
public record ShelvedPack(PackDescription description, PackFiles files, boolean bundled, long sizeBytes) {}
