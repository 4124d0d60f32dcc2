package app.earmark.indexing;

import app.earmark.decode.AudioDecoder;
import app.earmark.decode.ClipReader;
import app.earmark.decode.ClipWindow;
import app.earmark.decode.HeardClip;
import app.earmark.decode.UndecodableFile;
import app.earmark.dsp.Resampler;
import app.earmark.dsp.Waveform;
import app.earmark.embed.AudioEncoder;
import app.earmark.embed.EncoderFailure;
import app.earmark.embed.ModelPack;
import app.earmark.embed.RawEmbedding;
import app.earmark.embed.WindowPolicy;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Carries one file from its bytes to its vectors: decode, choose windows, resample, encode. A clip's vector is the
 * unit-length mean of what the model says about its windows; windows in which nothing is to be heard are left out.
 * Thread-safe.
 */
public final class ClipEmbedder {

    private final ModelPack pack;
    private final AudioDecoder decoder;
    private final ClipReader reader;
    private final StageTimes times;
    private final Resampler resampler = new Resampler();

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
        long start = System.nanoTime();
        HeardClip heard = reader.read(file, policy.longestSeconds(), policy.most(), cancelled);
        List<Waveform> windows = heard.silent() ? List.of() : audible(file, heard, policy);
        times.add(StageTimes.Stage.DECODE, start);
        if (heard.silent()) {
            return new EmbeddedClip(heard, Optional.empty());
        }
        List<RawEmbedding> raw = new ArrayList<>();
        for (Waveform window : windows) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            raw.add(encode(encoder, window));
        }
        return new EmbeddedClip(heard, Optional.of(MeanEmbedding.of(pack.id(), raw)));
    }

    private RawEmbedding encode(AudioEncoder encoder, Waveform window) throws EncoderFailure {
        long start = System.nanoTime();
        Waveform resampled = resampler.resample(window, encoder.rate());
        start = times.add(StageTimes.Stage.RESAMPLE, start);
        RawEmbedding raw = encoder.encode(resampled);
        times.add(StageTimes.Stage.ENCODE, start);
        return raw;
    }

    private List<Waveform> audible(Path file, HeardClip heard, WindowPolicy policy) throws UndecodableFile {
        List<Waveform> windows = heard.windows().stream().map(ClipWindow::sound).toList();
        List<Waveform> audible = windows.stream().filter(Loudness::isAudible).toList();
        if (!audible.isEmpty()) {
            return audible;
        }
        // a long clip whose sound lies between the chosen windows
        return Loudness.loudestPart(decoder, file, heard, policy.longestSeconds())
                .map(List::of)
                .orElse(windows);
    }
}
