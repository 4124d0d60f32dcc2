package app.earmark.ui.shell;

import app.earmark.library.EditJournal;
import app.earmark.library.LabelNames;
import app.earmark.ui.history.EditHistory;

/**
 * What the window asks of the program to correct tags by hand.
 *
 * @param history undoes and does again, whatever the edit changed
 * @param names what labels mean; the first use may read files
 */
public record Correcting(EditJournal journal, EditHistory history, LabelNames names) {}
