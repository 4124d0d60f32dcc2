package app.earmark.convert;

import app.earmark.library.PackId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where a checkpoint comes from; it is written into the pack.
 *
 * @param repository such as {@code laion/clap-htsat-fused}; the part after the slash is the pack's id
 * @param revision the commit, 40 hex digits, whose first eight are part of the pack's version; empty if unknown
 * @param name for people, such as {@code "CLAP fused"}
 * @param licence SPDX identifier
 * @param credit whom to thank
 */
public record CheckpointOrigin(String repository, String revision, String name, String licence, String credit) {
    public CheckpointOrigin {
        Objects.requireNonNull(repository);
        if (!revision.matches("[0-9a-f]{40}|")) {
            throw new IllegalArgumentException("not a commit: " + revision);
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(licence);
        Objects.requireNonNull(credit);
    }

    /** Of a folder that nobody knows more about. */
    static CheckpointOrigin unknown(Path folder) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new CheckpointOrigin(name, "", name, "see the checkpoint", name);
    }

    /**
     * The pack's identity: the same weights in the same precision always have the same.
     *
     * @param sources digests of the checkpoint's files
     */
    PackId packId(Map<String, String> sources, Precision precision) {
        String weights = sources.entrySet().stream()
                .filter(file ->
                        file.getKey().endsWith(".safetensors") || file.getKey().endsWith(".bin"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        return packId(weights, precision.label());
    }

    /**
     * As above.
     *
     * @param weights SHA-256 of the file that holds them
     * @param precision such as {@code fp16}
     */
    PackId packId(String weights, String precision) {
        String last = repository.substring(repository.lastIndexOf('/') + 1);
        String id = last.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String from = revision.isEmpty() ? "sha" + weights.substring(0, 8) : revision.substring(0, 8);
        return new PackId(id.isEmpty() ? "clap" : id, from + "-" + precision);
    }
}
