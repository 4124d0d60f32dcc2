package app.earmark.ui.inspector;

import app.earmark.library.Clip;

/** What can be done from the inspector beyond tags; the shell knows how. */
public interface InspectorActions {

    void play(Clip clip);

    void soundsLike(Clip clip);

    void reveal(Clip clip);

    /** Narrows the view to clips with this label. */
    void onlyTag(String label);
}
