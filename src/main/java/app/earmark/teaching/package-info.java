/**
 * What a person said about clips becomes what Earmark says about the others. {@link app.earmark.teaching.Teaching} is the
 * surface: it gathers a label's confirmed and rejected clips, lets {@link app.earmark.learning} fit a head and a
 * calibration on their vectors, keeps both with their earlier versions, and makes the label's claims anew for the whole
 * catalogue. It proposes what to ask about next, explains a claim by the confirmed clips nearest to it, and reports how
 * often a label is right, measured on clips the head did not see.
 */
package app.earmark.teaching;
