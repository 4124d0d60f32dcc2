package app.earmark.ui.review;

import app.earmark.library.Clip;
import app.earmark.library.ClipTags;

/**
 * A clip, and the label it is asked about.
 *
 * @param name the label for people
 * @param remark why it is asked, and how sure the model is
 * @param doubt distance from where the model's yes begins; the smaller, the less sure
 */
public record Question(Clip clip, ClipTags tags, String label, String name, String remark, double doubt) {}
