package app.earmark.embed;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import app.earmark.dsp.SampleRange;
import app.earmark.dsp.SampleRate;
import app.earmark.dsp.Waveform;
import app.earmark.features.FrontEnd;
import app.earmark.features.LogMel;
import app.earmark.features.NonFiniteSamples;
import app.earmark.features.WrongSampleRate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

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

    private OnnxAudioEncoder(PackSpec spec, OnnxSession session) {
        this.spec = spec;
        this.session = session;
    }

    static OnnxAudioEncoder load(PackSpec spec, PackModels models) throws EncoderFailure {
        return new OnnxAudioEncoder(spec, models.session(spec.audio().model(), check(spec)));
    }

    static TensorCheck check(PackSpec spec) {
        PackSpec.Audio audio = spec.audio();
        PackDescription pack = spec.description();
        TensorCheck check = new TensorCheck(audio.model())
                .input(audio.input(), OnnxJavaType.FLOAT, spec.frontEnd().shape())
                .output(audio.joint(), pack.jointDimension());
        audio.isLonger().ifPresent(name -> check.input(name, OnnxJavaType.BOOL, 1, 1));
        audio.acoustic().ifPresent(name -> check.output(name, pack.acousticDimension()));
        return check;
    }

    @Override
    public SampleRate rate() {
        return spec.frontEnd().rate();
    }

    /** Where windows are brought to a level, all that a window holds counts towards its peak. */
    @Override
    public double highestHertz() {
        return windows().levelPeak() == 0 ? spec.frontEnd().highestHertz() : rate().hertz() / 2.0;
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
        return encode(frontEnd -> frontEnd.apply(window, gain(window.samples())));
    }

    @Override
    public List<SampleRange> partsOfWhole(long samples) {
        FrontEnd frontEnd = borrow();
        try {
            return frontEnd.partsOfWhole(samples);
        } finally {
            frontEnds.push(frontEnd);
        }
    }

    @Override
    public RawEmbedding encodeWhole(long samples, List<Waveform> parts) throws EncoderFailure {
        return encode(frontEnd -> frontEnd.applyToWhole(samples, parts));
    }

    private RawEmbedding encode(Function<FrontEnd, LogMel> reading) throws EncoderFailure {
        long start = System.nanoTime();
        FrontEnd frontEnd = borrow();
        try {
            LogMel logMel = reading.apply(frontEnd);
            frontEndNanos.add(System.nanoTime() - start);
            return run(logMel);
        } finally {
            frontEnds.push(frontEnd);
        }
    }

    private FrontEnd borrow() {
        FrontEnd frontEnd = frontEnds.poll();
        return frontEnd == null ? spec.frontEnd().build() : frontEnd;
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
        return session.run(environment -> inputs(environment, logMel), outputs, result -> {
            float[] joint = session.vector(result, audio.joint(), pack.jointDimension());
            float[] acoustic = joint;
            if (audio.acoustic().isPresent()) {
                acoustic = session.vector(result, audio.acoustic().get(), pack.acousticDimension());
            }
            return new RawEmbedding(joint, acoustic);
        });
    }

    private Map<String, OnnxTensor> inputs(OrtEnvironment environment, LogMel logMel) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        inputs.put(spec.audio().input(), OnnxTensor.createTensor(environment, logMel.values(), logMel.shape()));
        if (spec.audio().isLonger().isPresent()) {
            boolean[][] isLonger = {{logMel.isLonger()}};
            inputs.put(spec.audio().isLonger().get(), OnnxTensor.createTensor(environment, isLonger));
        }
        return inputs;
    }

    private float gain(float[] samples) {
        if (windows().levelPeak() == 0) {
            return 1;
        }
        float peak = 0;
        for (int i = 0; i < samples.length; i++) {
            float size = Math.abs(samples[i]);
            if (!Float.isFinite(size)) {
                throw new NonFiniteSamples(i);
            }
            peak = Math.max(peak, size);
        }
        return peak < SILENCE_PEAK ? 1 : windows().levelPeak() / peak;
    }

    @Override
    public void close() {
        session.close();
        frontEnds.clear();
    }
}
