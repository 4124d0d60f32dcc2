package app.earmark.embed;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Large class-path resources as files, unpacked from their jar once instead of at every start. A folder is named for
 * the checksums of what is in it, so another version of a library gets another one.
 */
final class UnpackedResources {

    /** System property that names the folder; without it nothing is unpacked. */
    static final String FOLDER_PROPERTY = "earmark.natives.dir";

    private static final Logger LOG = LoggerFactory.getLogger(UnpackedResources.class);

    private final Path folder;

    UnpackedResources(Path folder) {
        this.folder = folder;
    }

    static Optional<UnpackedResources> ofThisProcess() {
        return Optional.ofNullable(System.getProperty(FOLDER_PROPERTY))
                .map(name -> new UnpackedResources(Path.of(name)));
    }

    /**
     * The resources as files of one folder.
     *
     * @param purpose first part of the folder's name
     * @param resources absolute names; all must exist
     * @return empty when they can't be unpacked here; they can still be read from the class path
     */
    Optional<Path> unpack(String purpose, List<String> resources) {
        try {
            long key = 0;
            for (String resource : resources) {
                key = 31 * key + entry(resource).getCrc();
            }
            Path target = folder.resolve(String.format(Locale.ROOT, "%s-%016x", purpose, key));
            Files.createDirectories(target);
            for (String resource : resources) {
                unpack(resource, target);
            }
            return Optional.of(target);
        } catch (IOException | URISyntaxException | RuntimeException e) {
            LOG.debug("{} stays in its jar", purpose, e);
            return Optional.empty();
        }
    }

    private static void unpack(String resource, Path target) throws IOException, URISyntaxException {
        Path file = target.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        if (Files.isRegularFile(file) && Files.size(file) == entry(resource).getSize()) {
            return;
        }
        Path half = Files.createTempFile(target, "unpacking", null);
        try (InputStream in = find(resource).openStream()) {
            Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static JarEntry entry(String resource) throws IOException {
        if (find(resource).openConnection() instanceof JarURLConnection jar) {
            return jar.getJarEntry();
        }
        throw new IOException(resource + " is not in a jar");
    }

    private static URL find(String resource) throws IOException {
        URL url = UnpackedResources.class.getResource(resource);
        if (url == null) {
            throw new IOException("no resource " + resource);
        }
        return url;
    }
}
