package app.earmark.indexing;

import app.earmark.embed.RawEmbedding;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import app.earmark.library.WindowVector;
import java.util.List;

/** Makes one clip's vectors of its windows'. */
final class MeanEmbedding {

    private MeanEmbedding() {}

    /**
     * @param clip what the model said of the clip: of its windows, at least one, or of the whole
     * @param windows for {@link Embedding#windows()}
     */
    static Embedding of(PackId pack, List<RawEmbedding> clip, List<WindowVector> windows) {
        float[] joint = unitMean(clip.stream().map(RawEmbedding::joint).toList());
        boolean oneSpace = clip.stream().allMatch(window -> window.acoustic() == window.joint());
        float[] acoustic = oneSpace
                ? joint
                : unitMean(clip.stream().map(RawEmbedding::acoustic).toList());
        return new Embedding(pack, joint, acoustic, windows);
    }

    /** Opposite vectors that cancel out leave no direction; the first then stands for all. */
    static float[] unitMean(List<float[]> vectors) {
        double[] sum = new double[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        double norm = 0;
        for (double value : sum) {
            norm += value * value;
        }
        norm = Math.sqrt(norm);
        if (!(norm > 1e-9)) {
            return vectors.get(0);
        }
        float[] unit = new float[sum.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (sum[i] / norm);
        }
        return unit;
    }
}
