/**
 * Going through unsure clips by ear and keyboard: each is played as it comes up, one key confirms what the model thinks of
 * it, another rejects it.
 */
package app.earmark.ui.review;
