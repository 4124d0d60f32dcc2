package app.earmark.learning;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What scikit-learn says about the same examples; {@code origin} in the file tells how it was asked. */
record ScikitLearn(
        String origin,
        float[][] x,
        boolean[] y,
        double[] sampleWeights,
        List<Fit> fits,
        double[] scores,
        boolean[] holds,
        double[] isotonicAt,
        double[] isotonic,
        double plattA,
        double plattB,
        double[] weights,
        double averagePrecision,
        double weightedAveragePrecision) {

    record Fit(double C, double[] weights, double bias) {}

    static ScikitLearn read() {
        try (Reader in = new InputStreamReader(
                ScikitLearn.class.getResourceAsStream("scikit-learn.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, ScikitLearn.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
