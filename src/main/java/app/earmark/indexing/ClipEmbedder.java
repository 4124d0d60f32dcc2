package app.earmark.indexing;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.ClipReader;
import app.earmark.decode.ClipWindow;
import app.earmark.decode.HeardClip;
import app.earmark.decode.ListeningPlan;
import app.earmark.decode.UndecodableFile;
import app.earmark.dsp.Resampler;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.embed.AudioEncoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.RawEmbedding;
import app.earmark.embed.WindowPolicy;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import app.earmark.library.WindowVector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Carries one file from its bytes to its vectors: decode, choose windows, resample, encode. A clip's vector is the
 * unit-length mean of what the model says about its windows, or what it says of the whole, where it can be asked; windows
 * in which nothing is to be heard are left out. One run for each window, so that a vector depends on its own sound alone.
 * Thread-safe.
 */
public final class ClipEmbedder {

    private final ModelPack pack;
    private final AudioDecoder decoder;
    private final ClipReader reader;
    private final StageTimes times;
    private Resampler resampler;

    public ClipEmbedder(ModelPack pack, AudioDecoder decoder, StageTimes times) {
        this.pack = pack;
        this.decoder = decoder;
        this.reader = new ClipReader(decoder);
        this.times = times;
    }

    public PackId pack() {
        return pack.id();
    }

    /**
     * What was heard.
     *
     * @param embedding absent for a silent clip
     */
    public record EmbeddedClip(HeardClip heard, Optional<Embedding> embedding) {}

    /**
     * @param cancelled asked again and again
     * @throws UndecodableFile if the file can't be decoded
     * @throws EncoderFailure if the model can't be loaded or run
     * @throws CancellationException when cancelled
     */
    public EmbeddedClip embed(Path file, BooleanSupplier cancelled) throws UndecodableFile, EncoderFailure {
        AudioEncoder encoder = pack.audio();
        WindowPolicy policy = encoder.windows();
        Resampler resampler = resampler(encoder);
        WholeClip whole = new WholeClip(encoder, resampler);
        long start = System.nanoTime();
        HeardClip heard = reader.read(file, plan(encoder, policy, whole, resampler), cancelled);
        List<ClipWindow> windows = heard.silent() ? List.of() : audible(file, heard, policy);
        times.add(StageTimes.Stage.DECODE, start);
        if (heard.silent()) {
            return new EmbeddedClip(heard, Optional.empty());
        }
        List<RawEmbedding> raw = new ArrayList<>();
        List<WindowVector> vectors = new ArrayList<>();
        for (ClipWindow window : windows) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            RawEmbedding said = encode(encoder, window, resampler);
            raw.add(said);
            if (heard.windows().size() > 1) {
                vectors.add(new WindowVector(
                        window.startSeconds(),
                        window.durationSeconds(),
                        MeanEmbedding.unitMean(List.of(said.joint()))));
            }
        }
        if (!heard.parts().isEmpty()) {
            raw = List.of(encodeWhole(encoder, whole, heard));
        }
        return new EmbeddedClip(heard, Optional.of(MeanEmbedding.of(pack.id(), raw, vectors)));
    }

    /** Made when the model is there: only then is it known how high it hears. */
    private synchronized Resampler resampler(AudioEncoder encoder) {
        if (resampler == null) {
            resampler = new Resampler(encoder.highestHertz());
        }
        return resampler;
    }

    private ListeningPlan plan(AudioEncoder encoder, WindowPolicy policy, WholeClip whole, Resampler resampler) {
        return new ListeningPlan(
                policy.longestSeconds(),
                policy.most(),
                policy.lastMayBeShorter(),
                rate -> resampler.reach(rate, encoder.rate()),
                whole::sourceParts);
    }

    private RawEmbedding encode(AudioEncoder encoder, ClipWindow window, Resampler resampler) throws EncoderFailure {
        long start = System.nanoTime();
        Waveform resampled = resampler.resample(window.around(), window.lead(), window.frames(), encoder.rate());
        start = times.add(StageTimes.Stage.RESAMPLE, start);
        RawEmbedding raw = encoder.encode(resampled);
        times.add(StageTimes.Stage.ENCODE, start);
        return raw;
    }

    private RawEmbedding encodeWhole(AudioEncoder encoder, WholeClip whole, HeardClip heard) throws EncoderFailure {
        SampleRate rate = heard.parts().get(0).sound().rate();
        long samples = whole.samples(rate.framesIn(heard.facts().durationSeconds()), rate);
        long start = System.nanoTime();
        List<Waveform> parts = whole.resample(samples, heard.parts());
        start = times.add(StageTimes.Stage.RESAMPLE, start);
        RawEmbedding raw = encoder.encodeWhole(samples, parts);
        times.add(StageTimes.Stage.ENCODE, start);
        return raw;
    }

    private List<ClipWindow> audible(Path file, HeardClip heard, WindowPolicy policy) throws UndecodableFile {
        List<ClipWindow> audible =
                heard.windows().stream().filter(Loudness::isAudible).toList();
        if (!audible.isEmpty()) {
            return audible;
        }
        // a long clip whose sound lies between the chosen windows
        return Loudness.loudestPart(decoder, file, heard, policy.longestSeconds())
                .map(List::of)
                .orElse(heard.windows());
    }
}
