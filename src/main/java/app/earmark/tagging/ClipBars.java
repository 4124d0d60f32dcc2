package app.earmark.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The bars that one clip sets for its labels.
 *
 * @param mean of the cosines of the CatIDs that can be heard
 * @param deviation their standard deviation; 0 where all are alike
 * @param top the best of those cosines; negative infinity where there is none
 * @param bestOfTaxonomy the best cosine in each taxonomy that has a margin
 */
record ClipBars(TagRule rule, double mean, double deviation, double top, Map<String, Double> bestOfTaxonomy) {

    static ClipBars of(TagRule rule, List<VocabularyLabel> labels, double[] cosines) {
        double sum = 0;
        int counted = 0;
        double top = Double.NEGATIVE_INFINITY;
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < cosines.length; i++) {
            VocabularyLabel label = labels.get(i);
            if (!label.heard()) {
                continue;
            }
            if (label.catId()) {
                sum += cosines[i];
                counted++;
                top = Math.max(top, cosines[i]);
            }
            if (label.rule().margin().isPresent()) {
                best.merge(label.taxonomy(), cosines[i], Math::max);
            }
        }
        double mean = counted == 0 ? 0 : sum / counted;
        double squares = 0;
        for (int i = 0; i < cosines.length; i++) {
            if (labels.get(i).heard() && labels.get(i).catId()) {
                squares += (cosines[i] - mean) * (cosines[i] - mean);
            }
        }
        return new ClipBars(rule, mean, counted == 0 ? 0 : Math.sqrt(squares / counted), top, best);
    }

    /** Whether the label may be asserted, as far as its own score goes. */
    boolean clears(VocabularyLabel label, double cosine) {
        OptionalDouble margin = label.rule().margin();
        if (margin.isPresent()
                && cosine < bestOfTaxonomy.getOrDefault(label.taxonomy(), cosine) - margin.getAsDouble()) {
            return false;
        }
        OptionalDouble least = label.leastCosine();
        if (least.isPresent()) {
            return cosine >= least.getAsDouble();
        }
        double standardised = standardised(cosine);
        return cosine >= rule.minCosine()
                && standardised >= rule.minStandardised()
                && (margin.isPresent() || standardised >= rule.shareOfTop() * standardised(top));
    }

    private double standardised(double cosine) {
        // where all are alike nothing stands out, not even by no deviation at all
        return deviation > 0 ? (cosine - mean) / deviation : Double.NEGATIVE_INFINITY;
    }
}
