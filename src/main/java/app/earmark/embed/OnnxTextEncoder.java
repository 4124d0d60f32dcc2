package app.earmark.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;

/**
 * Tokens, sentence model, mean over tokens where the pack asks for it, unit length, and its head into the joint space. One sentence at a
 * time: an int8 model scales by what else is in its batch, and a vector must not depend on its neighbours. Only basic
 * optimisations: with the fusions of ONNX Runtime 1.29 an int8 MiniLM moved two of twenty sentences by a cosine of 0.004
 * to 0.006, and was no faster.
 */
final class OnnxTextEncoder implements TextEncoder, AutoCloseable {

    /** A person waits for one sentence, so its run is spread; more threads than this gain nothing on so few tokens. */
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final PackSpec.Text spec;
    private final int dimension;
    private final Tokenizer tokenizer;
    private final OnnxSession model;
    private final Optional<OnnxSession> head;

    private OnnxTextEncoder(PackSpec spec, Tokenizer tokenizer, OnnxSession model, Optional<OnnxSession> head) {
        this.spec = spec.text();
        this.dimension = spec.description().jointDimension();
        this.tokenizer = tokenizer;
        this.model = model;
        this.head = head;
    }

    /** Tokenizer and model load side by side: each takes about as long as the other. */
    static OnnxTextEncoder load(PackSpec spec, PackModels models) throws EncoderFailure {
        PackSpec.Text text = spec.text();
        FutureTask<Tokenizer> tokenizing = new FutureTask<>(
                () -> new Tokenizer(models.packName(), models.bytes(text.tokenizer()), text.maxTokens()));
        new Thread(tokenizing, "tokenizer-loading").start();
        OnnxSession model = null;
        Optional<OnnxSession> head = Optional.empty();
        try {
            model = models.session(text.model(), OptLevel.BASIC_OPT, THREADS, sentenceCheck(spec));
            if (text.head().isPresent()) {
                head = Optional.of(models.session(text.head().get().model(), OptLevel.BASIC_OPT, 1, headCheck(spec)));
            }
            return new OnnxTextEncoder(spec, finished(tokenizing), model, head);
        } catch (EncoderFailure e) {
            closeAll(tokenizing, model, head);
            throw e;
        }
    }

    private static TensorCheck sentenceCheck(PackSpec spec) {
        PackSpec.Text text = spec.text();
        TensorCheck check = new TensorCheck(name(text.model()));
        text.inputs().forEach(input -> check.input(input, OnnxJavaType.INT64, 1, -1));
        return check.output(
                text.output(), text.head().isPresent() ? -1 : spec.description().jointDimension());
    }

    private static TensorCheck headCheck(PackSpec spec) {
        PackSpec.Head head = spec.text().head().orElseThrow();
        return new TensorCheck(name(head.model()))
                .input(head.input(), OnnxJavaType.FLOAT, 1, -1)
                .output(head.output(), spec.description().jointDimension());
    }

    private static String name(String reference) {
        return reference.startsWith(PackReader.CLASS_PATH)
                ? reference.substring(PackReader.CLASS_PATH.length())
                : reference;
    }

    private static Tokenizer finished(FutureTask<Tokenizer> tokenizing) throws EncoderFailure {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return tokenizing.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EncoderFailure failure
                    ? failure
                    : new EncoderFailure("The tokenizer can't be loaded; see the log.", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void closeAll(FutureTask<Tokenizer> tokenizing, OnnxSession model, Optional<OnnxSession> head) {
        try {
            finished(tokenizing).close();
        } catch (EncoderFailure alreadyReported) {
            // There is no tokenizer to close.
        }
        if (model != null) {
            model.close();
        }
        head.ifPresent(OnnxSession::close);
    }

    @Override
    public float[] encode(String description) throws EncoderFailure {
        return vectors(description).joint();
    }

    @Override
    public TextVectors vectors(String text) throws EncoderFailure {
        float[] sentence = meaning(text);
        return new TextVectors(head.isEmpty() ? sentence : project(sentence), sentence);
    }

    @Override
    public float[] meaning(String text) throws EncoderFailure {
        return sentence(spec.promptTemplate().replace("{}", text));
    }

    long[] tokens(String text) {
        return tokenizer.encode(text).getIds();
    }

    /** The sentence's unit-length vector, before any head. */
    float[] sentence(String text) throws EncoderFailure {
        Encoding tokens = tokenizer.encode(text);
        return model.run(environment -> inputs(environment, tokens), Set.of(spec.output()), result -> {
            if (spec.pooling() == PackSpec.Pooling.NONE) {
                return unitLength(model.vector(result, spec.output(), dimension));
            }
            OnnxTensor states = (OnnxTensor) result.get(spec.output()).orElseThrow();
            return unitLength(mean(states.getFloatBuffer(), tokens.getAttentionMask()));
        });
    }

    private Map<String, OnnxTensor> inputs(OrtEnvironment environment, Encoding tokens) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (String name : spec.inputs()) {
            long[] values =
                    switch (name) {
                        case "input_ids" -> tokens.getIds();
                        case "attention_mask" -> tokens.getAttentionMask();
                        case "token_type_ids" -> tokens.getTypeIds();
                        default -> throw new IllegalStateException(name);
                    };
            inputs.put(
                    name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length}));
        }
        return inputs;
    }

    private float[] project(float[] sentence) throws EncoderFailure {
        PackSpec.Head spec = this.spec.head().orElseThrow();
        OnnxSession session = head.orElseThrow();
        long[] shape = {1, sentence.length};
        return session.run(
                environment ->
                        Map.of(spec.input(), OnnxTensor.createTensor(environment, FloatBuffer.wrap(sentence), shape)),
                Set.of(spec.output()),
                result -> session.vector(result, spec.output(), dimension));
    }

    /**
     * @param states shape [tokens, dimension]
     */
    private static float[] mean(FloatBuffer states, long[] mask) {
        int dimension = states.remaining() / mask.length;
        double[] sum = new double[dimension];
        for (int token = 0; token < mask.length; token++) {
            for (int i = 0; i < dimension; i++) {
                sum[i] += mask[token] * states.get(token * dimension + i);
            }
        }
        long tokens = LongStream.of(mask).sum();
        float[] mean = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            mean[i] = (float) (sum[i] / tokens);
        }
        return mean;
    }

    private static float[] unitLength(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float factor = (float) (1 / Math.max(Math.sqrt(squares), 1e-12));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
        return vector;
    }

    @Override
    public void close() {
        model.close();
        head.ifPresent(OnnxSession::close);
        tokenizer.close();
    }
}
