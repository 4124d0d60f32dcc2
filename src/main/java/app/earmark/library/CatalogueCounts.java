package app.earmark.library;

import java.util.Map;

/**
 * How much of what the catalogue holds.
 *
 * @param clips all clips, offline ones included
 * @param listened clips that are {@link ClipState#EMBEDDED} or {@link ClipState#SILENT}
 * @param byCategory clips by UCS Category of their strongest tag, such as {@code DOORS → 12}
 * @param byOwnLabel clips by a person's own label
 * @param byFormat clips by {@link AudioFacts#format()}
 * @param bySampleRateHz clips by {@link AudioFacts#sampleRateHz()}
 * @param byChannels clips by {@link AudioFacts#channels()}
 */
public record CatalogueCounts(
        long clips,
        long listened,
        long failed,
        long offline,
        Map<String, Long> byCategory,
        Map<String, Long> byOwnLabel,
        Map<String, Long> byFormat,
        Map<Integer, Long> bySampleRateHz,
        Map<Integer, Long> byChannels) {}
