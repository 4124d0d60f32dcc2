package app.earmark.modelhub;

import app.earmark.embed.OnnxModelPack;
import app.earmark.embed.PackFiles;
import app.earmark.embed.PackTrial;
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
import java.util.stream.Stream;

/**
 * The model packs there are: the bundled one, and each folder in the packs folder. Which one is in use is written in a
 * file beside them, so it holds for every catalogue; without that file it is the bundled one.
 */
public final class PackShelf {

    private static final PackFiles BUNDLED = PackFiles.onClassPath("/app/earmark/packs/starter");
    /** Beside a pack.json, but not one of its files. */
    static final String PROMPT_VECTORS = "prompt-vectors.bin";

    private static final String CHOICE = "in-use";

    private final Path folder;

    /**
     * @param folder holds a folder for each imported pack; need not exist
     */
    public PackShelf(Path folder) {
        this.folder = folder;
    }

    /** Where imported packs lie; need not exist. */
    public Path folder() {
        return folder;
    }

    /**
     * What is on the shelf.
     *
     * @param packs the bundled one first, then by folder name
     * @param unusable each folder that holds no usable pack
     */
    public record Contents(List<ShelvedPack> packs, List<UnusableFolder> unusable) {}

    /**
     * A folder on the shelf that holds no usable pack.
     *
     * @param why a sentence for the person
     */
    public record UnusableFolder(Path folder, String why) {}

    public Contents contents() throws UnusablePack {
        List<ShelvedPack> packs = new ArrayList<>();
        List<UnusableFolder> unusable = new ArrayList<>();
        packs.add(shelve(BUNDLED, true));
        for (Path each : folders()) {
            try {
                ShelvedPack pack = shelve(PackFiles.inFolder(each), false);
                if (packs.stream().anyMatch(other -> id(other).equals(id(pack)))) {
                    unusable.add(new UnusableFolder(
                            each,
                            "The pack in " + each + " is there already, as " + id(pack) + "; delete one of them."));
                } else {
                    packs.add(pack);
                }
            } catch (UnusablePack e) {
                unusable.add(new UnusableFolder(each, e.getMessage()));
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

    /**
     * Tries a pack and moves it to its place. One that is there already in the same state stays; one that is there and
     * damaged is replaced.
     *
     * @param draft a complete pack on the same disk; gone afterwards, unless it is refused
     * @throws UnusablePack if it can't be run, or another pack has its id and version
     */
    ShelvedPack add(Path draft) throws UnusablePack, IOException {
        PackId pack = PackTrial.run(PackFiles.inFolder(draft)).packId();
        Optional<ShelvedPack> there = contents().packs().stream()
                .filter(other -> id(other).equals(pack))
                .findFirst();
        ShelvedPack added = shelve(PackFiles.inFolder(draft), false);
        Path place = placeFor(pack);
        if (there.isPresent()) {
            if (!there.get().description().hash().equals(added.description().hash())) {
                throw new UnusablePack("There is another pack that calls itself " + pack
                        + (there.get().bundled()
                                ? ", the one that is part of Earmark; this one needs another id or version."
                                : "; remove it first: earmark model remove " + pack));
            }
            if (there.get().bundled() || isWhole(there.get())) {
                return there.get();
            }
            place = there.get().files().path(PackManifest.FILE).orElseThrow().getParent();
        }
        setAside(place, draft.resolveSibling("replaced"));
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        return shelve(PackFiles.inFolder(place), false);
    }

    /** Two names can read alike once joined ({@code a@b-c}, {@code a-b@c}); neither pack gives way to the other. */
    private Path placeFor(PackId pack) throws UnusablePack {
        Path place = folder.resolve(pack.id() + "-" + pack.version());
        boolean taken = contents().packs().stream()
                .flatMap(other -> other.files().path(PackManifest.FILE).stream())
                .anyMatch(file -> file.getParent().equals(place));
        return taken ? folder.resolve(pack.toString()) : place;
    }

    private static boolean isWhole(ShelvedPack pack) {
        try {
            return PackTrial.run(pack.files()).packId().equals(id(pack));
        } catch (UnusablePack e) {
            return false;
        }
    }

    private static void setAside(Path place, Path aside) throws IOException {
        if (Files.exists(place)) {
            Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Removes an imported pack; if it was in use, the bundled one is from now on.
     *
     * @return the bytes that are free now
     * @throws UnusablePack if it is not on the shelf, or bundled
     */
    public long remove(PackId pack) throws UnusablePack {
        ShelvedPack found = find(pack);
        if (found.bundled()) {
            throw new UnusablePack("The pack " + pack + " is part of Earmark and can't be removed.");
        }
        boolean wasChosen = chosen().equals(Optional.of(pack));
        discard(found.files().path(PackManifest.FILE).orElseThrow().getParent());
        if (wasChosen) {
            takeChoiceBack(pack);
        }
        return found.sizeBytes();
    }

    /**
     * Removes a folder that holds no usable pack; if the chosen one was in it, the bundled one is in use from now on.
     *
     * @return the bytes that are free now
     * @throws UnusablePack if it can't be removed
     */
    public long remove(UnusableFolder unusable) throws UnusablePack {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(unusable.folder())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(file);
            }
        } catch (IOException | UncheckedIOException e) {
            bytes = 0; // what can't be read can't be counted, but perhaps moved
        }
        discard(unusable.folder());
        Optional<PackId> chosen = chosen();
        if (chosen.isPresent() && contents().packs().stream().noneMatch(pack -> id(pack).equals(chosen.get()))) {
            takeChoiceBack(chosen.get()); // it was in that folder
        }
        return bytes;
    }

    private void takeChoiceBack(PackId pack) throws UnusablePack {
        try {
            Files.deleteIfExists(folder.resolve(CHOICE));
        } catch (IOException e) {
            throw new UnusablePack(
                    "The choice of " + pack + " can't be taken back; delete " + folder.resolve(CHOICE) + ".", e);
        }
    }

    private void discard(Path place) throws UnusablePack {
        try (Workbench bench = Workbench.in(folder)) {
            Files.move(place, bench.place("removed"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UnusablePack("The pack in " + place + " can't be removed; is it in use by another program?", e);
        }
    }

    /** Whether a pack is the chosen one, usable or not. */
    public boolean isInUse(PackId pack) throws UnusablePack {
        Optional<PackId> chosen = chosen();
        return chosen.isPresent()
                ? chosen.get().equals(pack)
                : id(shelve(BUNDLED, true)).equals(pack);
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
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PackShelf::mayHoldAPack)) {
            entries.forEach(folders::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UnusablePack("The folder of model packs " + folder + " can't be read.", e);
        }
        folders.sort(null);
        return folders;
    }

    private static boolean mayHoldAPack(Path entry) {
        return Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".");
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
