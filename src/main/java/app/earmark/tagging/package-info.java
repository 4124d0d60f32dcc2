/**
 * Turns similarities into labels. A {@link app.earmark.tagging.Vocabulary} says for each CatID, and for each label of the
 * person's own, how it sounds; {@link app.earmark.tagging.LabelVectors} holds those sentences as vectors of one pack;
 * {@link app.earmark.tagging.TagRule} decides from a clip's cosines which labels are asserted and which are only guessed,
 * and {@link app.earmark.tagging.Tagger} makes the model's claims of it. What becomes of the claims beside those of
 * others is decided in {@link app.earmark.library.TagPrecedence}. {@link app.earmark.tagging.Classifier} scores clips
 * against any words, without a catalogue.
 */
package app.earmark.tagging;
