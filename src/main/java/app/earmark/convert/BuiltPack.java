package app.earmark.convert;

import app.earmark.library.PackId;
import java.nio.file.Path;

/**
 * A pack that was just built and is complete.
 *
 * @param folder holds its pack.json
 */
public record BuiltPack(PackId id, Path folder, long sizeBytes) {}
