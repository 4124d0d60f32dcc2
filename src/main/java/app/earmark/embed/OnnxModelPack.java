package app.earmark.embed;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pack run by ONNX Runtime. Each side loads when first asked for; the text side is released when
 * idle. Thread-safe. */
public final class OnnxModelPack implements ModelPack {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxModelPack.class);

    private final PackFiles files;
    private final PackSpec spec;
    private final PackModels models;

    // A lock of its own, so that a query typed while the audio model loads does not wait for it.
    private final Object audioLoading = new Object();
    private final IdleClock clock = new IdleClock();
    private final TextTower<OnnxTextEncoder> text;
    private OnnxAudioEncoder audio;
    private boolean closed;

    private OnnxModelPack(PackFiles files, PackSpec spec, PackModels models) {
        this.files = files;
        this.spec = spec;
        this.models = models;
        this.text = new TextTower<>(
                spec.description().packId().toString(),
                () -> OnnxTextEncoder.load(spec, models),
                TextTower.KEPT_IDLE,
                clock);
    }

    /**
     * Reads the description; no model is loaded yet.
     *
     * @throws UnusablePack if there is no pack, it is damaged, or it was made for a newer version
     */
    public static OnnxModelPack open(PackFiles files) throws UnusablePack {
        PackSpec spec = new PackReader(files).read();
        return new OnnxModelPack(files, spec, new PackModels(files, spec));
    }

    @Override
    public PackDescription description() {
        return spec.description();
    }

    /** Size of everything the pack loads from, the program's own files included. */
    public long sizeBytes() throws UnusablePack {
        return models.sizeBytes(spec);
    }

    @Override
    public AudioEncoder audio() throws EncoderFailure {
        return onnxAudio();
    }

    @Override
    public TextEncoder text() throws EncoderFailure {
        text.ready();
        return text;
    }

    OnnxAudioEncoder onnxAudio() throws EncoderFailure {
        synchronized (audioLoading) {
            refuseIfClosed();
            if (audio == null) {
                LOG.debug("loading the audio side of {}", id());
                audio = OnnxAudioEncoder.load(spec, models);
            }
            return audio;
        }
    }

    /** The text side as it is in memory now. */
    OnnxTextEncoder onnxText() throws EncoderFailure {
        return text.use(encoder -> encoder);
    }

    @Override
    public Map<String, float[]> promptVectors() {
        return PromptVectors.read(files, description());
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the pack " + id() + " is closed");
        }
    }

    @Override
    public void close() {
        synchronized (audioLoading) {
            closed = true;
            if (audio != null) {
                audio.close();
            }
            audio = null;
        }
        text.close();
        clock.close();
    }
}
