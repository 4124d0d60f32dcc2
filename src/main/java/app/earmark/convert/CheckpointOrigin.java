package app.earmark.convert;

import java.util.Objects;

/**
 * Where a checkpoint comes from; it is written into the pack.
 *
 * @param repository such as {@code laion/clap-htsat-fused}; the part after the slash is the pack's id
 * @param revision the commit, 40 hex digits; its first eight are part of the pack's version
 * @param name for people, such as {@code "CLAP fused"}
 * @param licence SPDX identifier
 * @param credit whom to thank
 */
public record CheckpointOrigin(String repository, String revision, String name, String licence, String credit) {
    public CheckpointOrigin {
        Objects.requireNonNull(repository);
        Objects.requireNonNull(revision);
        Objects.requireNonNull(name);
        Objects.requireNonNull(licence);
        Objects.requireNonNull(credit);
    }
}
