package app.earmark.learning;

/**
 * Turns one label's scores into the probability that it holds. What it is fitted on are scores by heads that did not see
 * the clip; on scores of training clips it would promise too much.
 */
public sealed interface Calibration permits PlattScaling, IsotonicRegression {

    /** 0 to 1, never falling as the score rises. */
    double probability(double score);
}
