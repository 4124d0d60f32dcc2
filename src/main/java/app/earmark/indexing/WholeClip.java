package app.earmark.indexing;

import app.earmark.decode.ClipPart;
import app.earmark.dsp.Resampler;
import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.embed.AudioEncoder;
import java.util.ArrayList;
import java.util.List;

/** What an encoder that hears long clips as a whole asks of them, between the file's rate and its own. */
final class WholeClip {

    private final AudioEncoder encoder;
    private final Resampler resampler;

    WholeClip(AudioEncoder encoder, Resampler resampler) {
        this.encoder = encoder;
        this.resampler = resampler;
    }

    /** Length at the encoder's rate. */
    long samples(long frames, SampleRate rate) {
        return Resampler.lengthOf(frames, rate, encoder.rate());
    }

    /** Frames of the file to keep; empty for a clip that is heard by its windows alone. */
    List<SampleRange> sourceParts(long frames, SampleRate rate) {
        return encoder.partsOfWhole(samples(frames, rate)).stream()
                .map(part -> resampler.sourceOf(part, frames, rate, encoder.rate()))
                .toList();
    }

    /**
     * @param samples length of the clip at the encoder's rate
     * @param sourceParts what was kept of it, as {@link #sourceParts} asked
     */
    List<Waveform> resample(long samples, List<ClipPart> sourceParts) {
        List<SampleRange> wanted = encoder.partsOfWhole(samples);
        List<Waveform> parts = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ClipPart source = sourceParts.get(i);
            parts.add(resampler.part(wanted.get(i), source.sound(), source.firstFrame(), encoder.rate()));
        }
        return parts;
    }
}
