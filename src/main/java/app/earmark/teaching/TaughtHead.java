package app.earmark.teaching;

import app.earmark.learning.Calibration;
import app.earmark.learning.Head;
import app.earmark.library.LearnedModel;
import java.util.Optional;

/**
 * The lesson of one label that counts.
 *
 * @param model the record the head was read from
 */
record TaughtHead(LearnedModel model, Head head, Optional<Calibration> calibration) {}
