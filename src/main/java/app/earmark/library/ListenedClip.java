package app.earmark.library;

import java.util.List;
import java.util.Optional;

/**
 * Everything one listening pass learnt about a clip; stored as one unit.
 *
 * @param stamp the file's stamp when the pass began; the result is dropped if the record has moved on since
 * @param facts exact facts from the decoded stream (a header's duration may be an estimate)
 * @param contentHash SHA-256 of the file's bytes, hex; absent when the file could not be read to its end
 * @param embedding absent for silent and failed clips
 * @param modelClaims labels the model asserts, and its best guesses
 * @param vocabulary digest of the labels, prompts and rule that the claims were made from
 */
public record ListenedClip(
        ClipId id,
        FileStamp stamp,
        ClipState state,
        PackId pack,
        Optional<AudioFacts> facts,
        Optional<String> contentHash,
        Optional<Embedding> embedding,
        Optional<Peaks> thumbnail,
        Optional<Peaks> playerPeaks,
        List<TagClaim> modelClaims,
        String vocabulary,
        Optional<ClipFailure> failure) {}
