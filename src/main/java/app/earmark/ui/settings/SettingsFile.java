package app.earmark.ui.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps {@link Settings} in a UTF-8 properties file that is replaced as a whole. A window without it works as well. */
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /** What was saved; defaults when there is nothing, or nothing readable. */
    public Settings load() {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("settings in {} can't be read; starting from defaults", file, e);
            }
        }
        return new Settings(values);
    }

    public synchronized void save(Settings settings) {
        try {
            Files.createDirectories(file.getParent());
            StringWriter text = new StringWriter();
            settings.copy().store(text, "Earmark");
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("settings can't be saved to {}", file, e);
        }
    }
}
