package app.earmark.modelhub;

import app.earmark.modelhub.download.RepositoryId;
import app.earmark.modelhub.download.Revision;
import app.earmark.modelhub.download.WantedFile;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The models that Earmark knows, from {@code known-models.json}. What nobody could establish is absent there. */
public final class KnownModels {

    private static final String RESOURCE = "known-models.json";

    private final List<KnownModel> models;

    private KnownModels(List<KnownModel> models) {
        this.models = List.copyOf(models);
    }

    public static KnownModels load() {
        try (InputStream in = KnownModels.class.getResourceAsStream(RESOURCE)) {
            Entry[] entries = new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), Entry[].class);
            List<KnownModel> models = new ArrayList<>();
            for (Entry entry : entries) {
                models.add(entry.model());
            }
            return new KnownModels(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best ones for most people first. */
    public List<KnownModel> all() {
        return models;
    }

    public Optional<KnownModel> find(RepositoryId repository) {
        return models.stream()
                .filter(model -> model.repository().equals(repository))
                .findFirst();
    }

    /** The model that a file with this digest belongs to. */
    Optional<KnownModel> ofFile(String path, String sha256) {
        return models.stream()
                .filter(model -> model.files().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(file ->
                                file.path().equals(path) && file.sha256().equals(Optional.of(sha256))))
                .findFirst();
    }

    private record FileEntry(String path, Long sizeBytes, String sha256) {
        WantedFile file() {
            return new WantedFile(
                    path,
                    sizeBytes == null ? OptionalLong.empty() : OptionalLong.of(sizeBytes),
                    Optional.ofNullable(sha256));
        }
    }

    private record Entry(
            String repository,
            String revision,
            String name,
            String goodAt,
            String licence,
            String credit,
            Double logitScale,
            String warning,
            String weights,
            LinkedHashMap<String, Integer> aboutMegabytes,
            List<FileEntry> files) {

        KnownModel model() {
            Map<WeightPrecision, Integer> sizes = new LinkedHashMap<>();
            aboutMegabytes.forEach(
                    (label, size) -> sizes.put(WeightPrecision.ofLabel(label).orElseThrow(), size));
            Map<WeightPrecision, List<WantedFile>> wanted = new LinkedHashMap<>();
            sizes.keySet().forEach(precision -> wanted.put(precision, wanted(precision)));
            return new KnownModel(
                    RepositoryId.parse(repository),
                    new Revision(revision),
                    name,
                    goodAt,
                    licence,
                    credit,
                    logitScale == null ? OptionalDouble.empty() : OptionalDouble.of(logitScale),
                    Optional.ofNullable(warning),
                    wanted,
                    sizes);
        }

        private List<WantedFile> wanted(WeightPrecision precision) {
            ModelLayout layout = weights == null ? ModelLayout.PUBLISHED : ModelLayout.CHECKPOINT;
            return layout.paths(precision, weights).stream()
                    .map(path -> files.stream()
                            .filter(file -> file.path().equals(path))
                            .findFirst()
                            .map(FileEntry::file)
                            .orElseGet(() -> WantedFile.of(path)))
                    .toList();
        }
    }
}
