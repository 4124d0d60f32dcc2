package app.earmark.modelhub;

import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.embed.UnusablePack;
import app.earmark.library.PackId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The model packs there are: the bundled one, and each folder in the packs folder. Which one is in use is written in a
 * file beside them, so it holds for every catalogue; without that file it is the bundled one.
 */
public final class PackShelf {

    private static final PackFiles BUNDLED = PackFiles.onClassPath("/app/earmark/packs/starter");
    private static final String CHOICE = "in-use";

    private final Path folder;

    /**
     * @param folder holds a folder for each imported pack; need not exist
     */
    public PackShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * What is on the shelf.
     *
     * @param packs the bundled one first, then by folder name
     * @param unusable a sentence for each folder that holds no usable pack
     */
    public record Contents(List<ShelvedPack> packs, List<String> unusable) {}

    public Contents contents() throws UnusablePack {
        List<ShelvedPack> packs = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        packs.add(shelve(BUNDLED, true));
        for (Path each : folders()) {
            try {
                ShelvedPack pack = shelve(PackFiles.inFolder(each), false);
                if (packs.stream().anyMatch(other -> id(other).equals(id(pack)))) {
                    unusable.add("The pack in " + each + " is there already, as " + id(pack) + "; delete one of them.");
                } else {
                    packs.add(pack);
                }
            } catch (UnusablePack e) {
                unusable.add(e.getMessage());
            }
        }
        return new Contents(packs, unusable);
    }

    /** The pack in use. */
    public ShelvedPack inUse() throws UnusablePack {
        Optional<PackId> chosen = chosen();
        if (chosen.isEmpty()) {
            return shelve(BUNDLED, true);
        }
        return find(chosen.get());
    }

    /**
     * Puts a pack to use, from the next start on.
     *
     * @throws UnusablePack if it is not on the shelf
     * @throws UncheckedIOException if the choice can't be written
     */
    public void use(PackId pack) throws UnusablePack {
        ShelvedPack found = find(pack);
        Path choice = folder.resolve(CHOICE);
        try {
            if (found.bundled()) {
                Files.deleteIfExists(choice);
                return;
            }
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, CHOICE, null);
            Files.writeString(half, pack + "\n");
            Files.move(half, choice, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The choice of " + pack + " can't be kept in " + choice + ".", e);
        }
    }

    /** Opens the pack in use; its models load when first needed. */
    public OnnxModelPack open() throws UnusablePack {
        return OnnxModelPack.open(inUse().files());
    }

    private ShelvedPack find(PackId wanted) throws UnusablePack {
        return contents().packs().stream()
                .filter(pack -> id(pack).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UnusablePack("The model pack " + wanted + " is not in " + folder
                        + "; put it there, or delete " + folder.resolve(CHOICE) + " to use the bundled one."));
    }

    private Optional<PackId> chosen() throws UnusablePack {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Path choice = folder.resolve(CHOICE);
        try {
            return Optional.of(PackId.parse(Files.readString(choice).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusablePack(
                    "The choice of a model pack in " + choice + " can't be read; delete it to use the bundled one.", e);
        }
    }

    private List<Path> folders() throws UnusablePack {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            entries.forEach(folders::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UnusablePack("The folder of model packs " + folder + " can't be read.", e);
        }
        folders.sort(null);
        return folders;
    }

    private static ShelvedPack shelve(PackFiles files, boolean bundled) throws UnusablePack {
        try (OnnxModelPack pack = OnnxModelPack.open(files)) {
            return new ShelvedPack(pack.description(), files, bundled, pack.sizeBytes());
        }
    }

    private static PackId id(ShelvedPack pack) {
        return pack.description().packId();
    }
}
