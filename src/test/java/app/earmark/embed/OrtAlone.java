package app.earmark.embed;

import app.earmark.dsp.Waveform;
import app.earmark.features.LogMel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/** Runs the bundled pack's audio model on ready-made tensors: the floor that no scan can go below. */
public final class OrtAlone implements AutoCloseable {

    private final PackSpec spec;
    private final OnnxSession session;

    public OrtAlone() throws UnusablePack, EncoderFailure {
        PackFiles files = PackFiles.onClassPath("/app/earmark/packs/starter");
        spec = new PackReader(files).read();
        session = new PackModels(files, spec).session(spec.audio().model(), OnnxAudioEncoder.check(spec));
    }

    /** The log-mel of a window at the pack's rate, kept for later. */
    public LogMel tensor(Waveform window) {
        LogMel logMel = spec.frontEnd().build().apply(window, spec.windows().levelPeak() / window.peak());
        FloatBuffer values = logMel.values();
        FloatBuffer copy = ByteBuffer.allocateDirect(4 * values.remaining())
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        copy.put(values.duplicate()).flip();
        return new LogMel(copy, logMel.shape());
    }

    public float[] run(LogMel tensor) throws EncoderFailure {
        String output = spec.audio().acoustic().orElseThrow();
        return session.run(
                environment -> Map.of(
                        spec.audio().input(),
                        ai.onnxruntime.OnnxTensor.createTensor(environment, tensor.values(), tensor.shape())),
                Set.of(spec.audio().joint(), output),
                result -> session.vector(result, output, spec.description().acousticDimension()));
    }

    @Override
    public void close() {
        session.close();
    }
}
