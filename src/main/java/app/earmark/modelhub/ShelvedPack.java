package app.earmark.modelhub;

import app.earmark.embed.PackDescription;
import app.earmark.embed.PackFiles;
import app.earmark.modelhub.download.RepositoryId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A usable pack on the shelf.
 *
 * @param bundled part of the program rather than imported
 * @param sizeBytes all its files together
 */
public record ShelvedPack(PackDescription description, PackFiles files, boolean bundled, long sizeBytes) {

    /** Where it lies; absent for a bundled one. */
    public Optional<Path> folder() {
        return bundled ? Optional.empty() : files.path(PackManifest.FILE).map(Path::getParent);
    }

    /** The repository of the hub that its model comes from, if it says so. */
    public Optional<RepositoryId> repository() {
        try {
            return PackManifest.of(files).repository().map(RepositoryId::parse);
        } catch (UnusableModel | IllegalArgumentException saysNothing) {
            return Optional.empty();
        }
    }
}
