package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.search.Moment;
import java.util.Optional;

/** What can be done from the inspector beyond tags; the shell knows how. */
public interface InspectorActions {

    /** @param found the part of it that fits */
    void play(Clip clip, Optional<Moment> found);

    void soundsLike(Clip clip);

    void reveal(Clip clip);

    /** Narrows the view to clips with this label. */
    void onlyTag(String label);
}
