/** Turns similarities into labels: prompts for each CatID, the rule by which a label is asserted or only guessed, and the precedence person, file, name, model. */
package app.earmark.tagging;
