package app.earmark.modelhub;

import app.earmark.progress.CancelledWork;
import app.earmark.progress.Progress;
import app.earmark.progress.Progress.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip with a model in it. Unpacks into one folder and never beside it, and no more than it says it holds. */
record PackArchive(Path file) {

    private static final int MOST_ENTRIES = 1_000;

    static boolean isOne(Path path) {
        return Files.isRegularFile(path)
                && path.getFileName()
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .endsWith(".zip");
    }

    /**
     * @param folder must not exist
     * @return the folder with the model's files: {@code folder}, or where it holds nothing but a folder, that one, and so on
     */
    Path unpackTo(Path folder, Progress progress) throws UnusableModel, CancelledWork, IOException {
        Files.createDirectory(folder);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            long total = check(entries, folder);
            progress.phase("Unpacking " + file.getFileName(), total, Unit.BYTES);
            long done = 0;
            for (ZipEntry entry : entries) {
                Path target = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    done = copy(in, entry, target, done, progress);
                }
            }
        } catch (FileAlreadyExistsException | NotDirectoryException e) {
            throw new UnusableModel(file + " holds two things of one name; it is not used.", e);
        } catch (java.util.zip.ZipException e) {
            throw new UnusableModel(file + " is damaged or no zip; copy or download it again.", e);
        }
        return onlyFolder(folder);
    }

    private long check(List<? extends ZipEntry> entries, Path folder) throws UnusableModel, IOException {
        long total = 0;
        for (ZipEntry entry : entries) {
            inside(folder, entry.getName());
            total += Math.max(0, entry.getSize());
        }
        if (entries.isEmpty()) {
            throw new UnusableModel(file + " is empty; copy or download it again.");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new UnusableModel(file + " holds " + entries.size() + " files, which no model pack does.");
        }
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (total > usable) {
            throw new UnusableModel(file + " holds " + total / 1_000_000 + " MB, but the disk of " + folder.getParent()
                    + " has room for " + usable / 1_000_000 + " MB; make room.");
        }
        return total;
    }

    private Path inside(Path folder, String name) throws UnusableModel {
        try {
            Path target = folder.resolve(name).normalize();
            if (target.startsWith(folder) && !name.contains("\\") && !name.startsWith("/")) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw new UnusableModel(file + " holds a file that has no valid name; it is not used.", e);
        }
        throw new UnusableModel(file + " wants to write \"" + name + "\", outside of its folder; it is not used.");
    }

    private long copy(InputStream in, ZipEntry entry, Path target, long before, Progress progress)
            throws UnusableModel, CancelledWork, IOException {
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        try (OutputStream out =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                progress.throwIfCancelled();
                done += n;
                if (done > entry.getSize()) {
                    throw new UnusableModel(file + " holds more than it says; it is not used.");
                }
                out.write(buffer, 0, n);
                progress.advanced(before + done, 0);
            }
        }
        return before + done;
    }

    private static Path onlyFolder(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            List<Path> all = entries.filter(
                            path -> !path.getFileName().toString().equals("__MACOSX"))
                    .toList();
            return all.size() == 1 && Files.isDirectory(all.get(0)) ? onlyFolder(all.get(0)) : folder;
        }
    }
}
