package app.earmark.cli;

import app.earmark.embed.UnusablePack;
import app.earmark.modelhub.PackShelf;
import app.earmark.modelhub.ShelvedPack;
import java.util.List;
import java.util.Optional;

/** Finds the pack that a person means: {@code id@version}, or an id or the beginning of a name that only one pack has. */
final class PackLookup {

    private final PackShelf.Contents contents;

    PackLookup(PackShelf shelf) throws UnusablePack {
        contents = shelf.contents();
    }

    ShelvedPack find(String words) {
        Optional<ShelvedPack> exact = contents.packs().stream()
                .filter(pack -> name(pack).equals(words))
                .findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        List<ShelvedPack> meant = contents.packs().stream()
                .filter(pack -> name(pack).startsWith(words))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (meant.isEmpty()) {
            throw CommandFailure.notFound(
                    "There is no model pack " + words + "; earmark model list shows those there are.");
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "Several model packs begin with " + words + ": "
                        + String.join(", ", meant.stream().map(PackLookup::name).toList()) + "; say which.");
    }

    /** The folder of this name on the shelf, if what it holds can't be used. */
    Optional<PackShelf.UnusableFolder> unusable(String folderName) {
        return contents.unusable().stream()
                .filter(each -> each.folder().getFileName().toString().equals(folderName))
                .findFirst();
    }

    static String name(ShelvedPack pack) {
        return pack.description().packId().toString();
    }
}
