/**
 * What can be learnt from frozen vectors, without a catalogue: {@link app.earmark.learning.LogisticRegression} fits a
 * {@link app.earmark.learning.LinearScore}, {@link app.earmark.learning.HeadTrainer} chooses how strongly to regularise it
 * and joins it with the pack's own similarity to a {@link app.earmark.learning.Head}, {@link
 * app.earmark.learning.Calibration} turns its scores into probabilities, {@link app.earmark.learning.RankingQuality} and
 * {@link app.earmark.learning.CalibrationError} say how good they are, and {@link
 * app.earmark.learning.QueryStrategy} picks what to ask a person next. Maths, no I/O.
 */
package app.earmark.learning;
