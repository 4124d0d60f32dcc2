package app.earmark.embed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * @param folder begins with a slash and does not end with one; empty for the root
 */
record ClassPathFiles(String folder) implements PackFiles {

    @Override
    public String place() {
        return "the program itself";
    }

    @Override
    public InputStream open(String name) throws IOException {
        return find(name).openStream();
    }

    @Override
    public long size(String name) throws IOException {
        return find(name).openConnection().getContentLengthLong();
    }

    @Override
    public Optional<Path> path(String name) {
        return Optional.empty();
    }

    private URL find(String name) throws NoSuchFileException {
        URL url = ClassPathFiles.class.getResource(folder + "/" + name);
        if (url == null) {
            throw new NoSuchFileException(folder + "/" + name);
        }
        return url;
    }
}
