package app.earmark.library;

import java.util.List;
import java.util.Optional;

/**
 * What was learnt about a file without listening to it.
 *
 * @param facts absent when the decoder does not understand the file; then {@code failure} says why
 * @param fields text from the file's name and its metadata
 * @param claims labels that the name or the file's metadata asserts
 */
public record ProbedFile(
        ClipId id,
        Optional<AudioFacts> facts,
        ClipFields fields,
        List<TagClaim> claims,
        Optional<ClipFailure> failure) {}
