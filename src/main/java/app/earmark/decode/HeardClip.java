package app.earmark.decode;

import app.earmark.library.AudioFacts;
import app.earmark.library.Peaks;
import java.util.List;
import java.util.Optional;

/**
 * All that one pass over a clip gives.
 *
 * @param facts the duration counted, not estimated
 * @param windows mono parts at the file's rate, in order; at least one
 * @param parts what else the plan asked to keep, at the file's rate, in order
 * @param thumbnail outline of all channels together, {@value Peaks#THUMBNAIL_BUCKETS} buckets
 * @param playerPeaks outline of all channels together, {@value Peaks#PLAYER_BUCKETS} buckets
 * @param peak largest absolute sample of any channel, full scale 1.0
 * @param silent nothing to hear: no channel moves more than 90 dB below full scale around a constant (so a clip of
 *     direct current only is silent, and so is dither of the last of 16 bits)
 * @param contentHash SHA-256 of the file's bytes in hex; absent when they could not all be read
 */
public record HeardClip(
        AudioFacts facts,
        List<ClipWindow> windows,
        List<ClipPart> parts,
        Peaks thumbnail,
        Peaks playerPeaks,
        float peak,
        boolean silent,
        Optional<String> contentHash) {}
