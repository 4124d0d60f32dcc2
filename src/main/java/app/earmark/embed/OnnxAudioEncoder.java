package app.earmark.embed;

import ai.onnxruntime.OnnxTensor;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.features.FrontEnd;
import app.earmark.features.LogMel;
import app.earmark.features.NonFiniteSamples;
import app.earmark.features.WrongSampleRate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;

/**
 * Level, front end, model. The session is shared; a front end with its buffers is borrowed for each call, so that there
 * are as many as ever ran at once. The log-mel goes to the model without a copy.
 */
final class OnnxAudioEncoder implements AudioEncoder, AutoCloseable {

    /** Below −180 dB of full scale there is no sound to bring to level, only the dust of float arithmetic. */
    private static final float SILENCE_PEAK = 1e-9f;

    private final PackSpec spec;
    private final OnnxSession session;
    private final ConcurrentLinkedDeque<FrontEnd> frontEnds = new ConcurrentLinkedDeque<>();
    private final LongAdder frontEndNanos = new LongAdder();

    OnnxAudioEncoder(PackSpec spec, OnnxSession session) {
        this.spec = spec;
        this.session = session;
    }

    @Override
    public SampleRate rate() {
        return spec.frontEnd().rate();
    }

    @Override
    public WindowPolicy windows() {
        return spec.windows();
    }

    @Override
    public RawEmbedding encode(Waveform window) throws EncoderFailure {
        if (!window.rate().equals(rate())) {
            throw new WrongSampleRate(rate(), window.rate());
        }
        if (window.length() == 0 || window.length() > Math.ceil(windows().longestSeconds() * rate().hertz())) {
            throw new IllegalArgumentException("a window of " + window.length() + " samples; at least 1 and at most "
                    + windows().longestSeconds() + " seconds");
        }
        long start = System.nanoTime();
        float gain = gain(window.samples());
        FrontEnd frontEnd = frontEnds.poll();
        if (frontEnd == null) {
            frontEnd = spec.frontEnd().build();
        }
        try {
            LogMel logMel = frontEnd.apply(window, gain);
            frontEndNanos.add(System.nanoTime() - start);
            return run(logMel);
        } finally {
            frontEnds.push(frontEnd);
        }
    }

    @Override
    public long frontEndNanos() {
        return frontEndNanos.sum();
    }

    private RawEmbedding run(LogMel logMel) throws EncoderFailure {
        PackSpec.Audio audio = spec.audio();
        PackDescription pack = spec.description();
        Set<String> outputs = audio.acoustic()
                .map(acoustic -> Set.of(audio.joint(), acoustic))
                .orElse(Set.of(audio.joint()));
        return session.run(
                environment ->
                        Map.of(audio.input(), OnnxTensor.createTensor(environment, logMel.values(), logMel.shape())),
                outputs,
                result -> {
                    float[] joint = session.vector(result, audio.joint(), pack.jointDimension());
                    float[] acoustic = joint;
                    if (audio.acoustic().isPresent()) {
                        acoustic = session.vector(result, audio.acoustic().get(), pack.acousticDimension());
                    }
                    return new RawEmbedding(joint, acoustic);
                });
    }

    private float gain(float[] samples) {
        float peak = 0;
        for (int i = 0; i < samples.length; i++) {
            float size = Math.abs(samples[i]);
            if (!Float.isFinite(size)) {
                throw new NonFiniteSamples(i);
            }
            peak = Math.max(peak, size);
        }
        return windows().levelPeak() == 0 || peak < SILENCE_PEAK ? 1 : windows().levelPeak() / peak;
    }

    @Override
    public void close() {
        session.close();
        frontEnds.clear();
    }
}
