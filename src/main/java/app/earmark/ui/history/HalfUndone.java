package app.earmark.ui.history;

import app.earmark.ui.text.ClipText;

/** Some files could not be put back, or changed again; the others were. */
public final class HalfUndone extends Exception {

    private static final long serialVersionUID = 1;

    /** @param first why the first of them could not, as a sentence */
    public HalfUndone(int done, int failed, String first) {
        super(ClipText.count(failed, "file", "files") + " of " + ClipText.count(done + failed) + " stayed as they are. "
                + first);
    }
}
