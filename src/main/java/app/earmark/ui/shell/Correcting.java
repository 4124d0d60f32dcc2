package app.earmark.ui.shell;

import app.earmark.library.EditJournal;
import app.earmark.library.LabelNames;
import app.earmark.teaching.Teaching;
import app.earmark.ui.history.EditHistory;
import app.earmark.ui.labels.LabelService;
import app.earmark.ui.search.QueryReading;
import java.util.Optional;

/**
 * What the window asks of the program to correct tags by hand.
 *
 * @param history undoes and does again, whatever the edit changed
 * @param names what labels mean; the first use may read files
 * @param queries takes tokens out of what was typed
 * @param teaching learns labels from what the person says; absent where nothing can be learnt
 * @param labels the taxonomies
 */
public record Correcting(
        EditJournal journal,
        EditHistory history,
        LabelNames names,
        QueryReading queries,
        Optional<Teaching> teaching,
        LabelService labels) {}
