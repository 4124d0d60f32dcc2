package app.earmark.cli;

import app.earmark.embed.PackDescription;
import app.earmark.modelhub.ShelvedPack;
import java.nio.file.Path;

/** A model pack as {@code --json} prints it. */
record ModelView(
        String pack,
        String name,
        boolean inUse,
        boolean bundled,
        long sizeBytes,
        String licence,
        String credit,
        String hash,
        int jointDimension,
        int acousticDimension,
        double logitScale,
        String repository,
        Path folder) {

    static ModelView of(ShelvedPack shelved, boolean inUse) {
        PackDescription pack = shelved.description();
        return new ModelView(
                pack.packId().toString(),
                pack.name(),
                inUse,
                shelved.bundled(),
                shelved.sizeBytes(),
                pack.licence(),
                pack.credit(),
                pack.hash(),
                pack.jointDimension(),
                pack.acousticDimension(),
                pack.logitScale(),
                shelved.repository().map(Object::toString).orElse(null),
                shelved.folder().orElse(null));
    }
}
