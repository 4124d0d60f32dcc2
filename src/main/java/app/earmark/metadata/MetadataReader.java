package app.earmark.metadata;

import app.earmark.library.ClipFields;
import app.earmark.metadata.container.FileBytes;
import app.earmark.metadata.container.SoundFile;
import app.earmark.metadata.container.SoundFiles;
import app.earmark.ucs.UcsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every block of text in a sound file: bext, iXML, INFO, ID3, Vorbis comments, MP4 tags, AIFF text, and markers.
 * Only headers are read, never the sound. Thread-safe.
 */
public final class MetadataReader {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataReader.class);

    private final CategoryFields categories;

    public MetadataReader(UcsTable table) {
        this.categories = new CategoryFields(table);
    }

    /** @throws UnreadableMetadata if the file can't be read, or is of a kind whose text is not understood */
    public FileMetadata read(Path file) throws UnreadableMetadata {
        if (Files.isDirectory(file)) {
            throw new UnreadableMetadata(file + " is a folder; name a sound file.", null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnreadableMetadata(file + " is neither a file nor a folder.", null);
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            SoundFile sound = SoundFiles.read(bytes)
                    .orElseThrow(() -> new UnreadableMetadata(
                            file + " is of a kind whose metadata Earmark does not read; it reads WAV, AIFF, FLAC,"
                                    + " Ogg Vorbis, Opus, MP3 and MP4 files.",
                            null));
            return of(file, sound);
        } catch (NoSuchFileException e) {
            throw new UnreadableMetadata("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new UnreadableMetadata(file + " can't be read; look whether its disk is well.", e);
        } catch (RuntimeException e) {
            LOG.error("reading the metadata of {} failed", file, e);
            throw new UnreadableMetadata(
                    file + " has metadata that Earmark can't make sense of; the log says more.", e);
        }
    }

    private FileMetadata of(Path file, SoundFile sound) throws IOException {
        Map<String, String> fields = BlockFields.of(sound.blocks(), sound.believesTagsFirst());
        categories.settle(fields);
        List<String> faults = sound.faults().stream()
                .map(fault -> file.getFileName() + " " + fault + ".")
                .toList();
        return new FileMetadata(sound.format(), sound.blocks(), new ClipFields(fields), sound.markers(), faults);
    }
}
