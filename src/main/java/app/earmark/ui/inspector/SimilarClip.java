package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.search.Moment;
import java.util.Optional;

/**
 * A clip that sounds like the one inspected.
 *
 * @param similarity cosine of their vectors
 * @param moment the part of it that is most alike, of a clip that was listened to in several parts
 */
public record SimilarClip(Clip clip, double similarity, Optional<Moment> moment) {}
