package app.earmark.indexing;

import app.earmark.embed.RawEmbedding;
import app.earmark.library.Embedding;
import app.earmark.library.PackId;
import java.util.List;

/** Makes one clip's vectors of its windows'. */
final class MeanEmbedding {

    private MeanEmbedding() {}

    /** @param windows at least one */
    static Embedding of(PackId pack, List<RawEmbedding> windows) {
        float[] joint = unitMean(windows.stream().map(RawEmbedding::joint).toList());
        boolean oneSpace = windows.stream().allMatch(window -> window.acoustic() == window.joint());
        float[] acoustic = oneSpace
                ? joint
                : unitMean(windows.stream().map(RawEmbedding::acoustic).toList());
        return new Embedding(pack, joint, acoustic);
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
