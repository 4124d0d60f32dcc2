package app.earmark.export;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The presets there are: those that come with Earmark, and a person's own, which a file keeps. Thread-safe. */
public final class ColumnPresets {

    private static final TypeToken<Map<String, List<String>>> CONTENT = new TypeToken<>() {};

    private final Path file;

    /** @param file keeps a person's own presets, as a JSON object of column lists; made when the first is saved */
    public ColumnPresets(Path file) {
        this.file = file;
    }

    /**
     * Those that come with Earmark, then the person's own by name.
     *
     * @throws SheetFailure if the file can't be read
     */
    public List<ColumnPreset> all() throws SheetFailure {
        Stream<ColumnPreset> own = own().entrySet().stream()
                .map(preset -> new ColumnPreset(preset.getKey(), preset.getValue(), false))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()));
        return Stream.concat(ColumnPreset.BUILT_IN.stream(), own).toList();
    }

    /** The preset of this name, in any case; {@code soundminer} will do for {@code Soundminer-style}. */
    public Optional<ColumnPreset> find(String name) throws SheetFailure {
        List<ColumnPreset> all = all();
        return all.stream()
                .filter(preset -> preset.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(preset -> preset.name().equalsIgnoreCase(name.strip() + "-style"))
                        .findFirst());
    }

    /** Keeps a choice of columns; one of the person's own that has the name is replaced. */
    public synchronized ColumnPreset save(String name, List<SheetColumn> columns) throws SheetFailure {
        ColumnPreset preset = new ColumnPreset(name.strip(), columns, false);
        if (ColumnPreset.BUILT_IN.stream().anyMatch(b -> b.name().equalsIgnoreCase(preset.name()))) {
            throw new SheetFailure("The preset “" + preset.name() + "” comes with Earmark; choose another name.", null);
        }
        Map<String, List<SheetColumn>> own = own();
        own.keySet().removeIf(preset.name()::equalsIgnoreCase);
        own.put(preset.name(), preset.columns());
        write(own);
        return preset;
    }

    /** Drops one of the person's own; returns whether there was one. */
    public synchronized boolean remove(String name) throws SheetFailure {
        Map<String, List<SheetColumn>> own = own();
        boolean there = own.keySet().removeIf(name.strip()::equalsIgnoreCase);
        if (there) {
            write(own);
        }
        return there;
    }

    private Map<String, List<SheetColumn>> own() throws SheetFailure {
        Map<String, List<SheetColumn>> own = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return own;
        }
        try {
            Map<String, List<String>> content =
                    new GsonBuilder().create().fromJson(Files.readString(file, StandardCharsets.UTF_8), CONTENT);
            if (content == null) {
                return own;
            }
            for (Map.Entry<String, List<String>> preset : content.entrySet()) {
                List<SheetColumn> columns = preset.getValue().stream()
                        .flatMap(text -> SheetColumn.parse(text).stream())
                        .toList();
                if (!columns.isEmpty() && !preset.getKey().isBlank()) {
                    own.put(preset.getKey(), columns);
                }
            }
            return own;
        } catch (IOException | JsonParseException | NullPointerException e) {
            throw new SheetFailure(
                    "Your column presets in " + file + " can't be read; correct the file, or move it away.", e);
        }
    }

    private void write(Map<String, List<SheetColumn>> own) throws SheetFailure {
        Map<String, List<String>> content = new LinkedHashMap<>();
        own.forEach((name, columns) ->
                content.put(name, columns.stream().map(SheetColumn::toString).toList()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (NewFile target = NewFile.beside(file)) {
                String json = new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(content);
                target.stream().write((json + "\n").getBytes(StandardCharsets.UTF_8));
                target.commit();
            }
        } catch (IOException e) {
            throw new SheetFailure(
                    "Your column presets could not be kept in " + file + ": " + NewFile.reason(e) + ".", e);
        }
    }
}
