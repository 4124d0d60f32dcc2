package app.earmark.ui.inspector;

import app.earmark.library.Clip;
import app.earmark.library.ClipId;
import app.earmark.search.Moment;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;

/** What can be done from the inspector beyond tags; the shell knows how. */
public interface InspectorActions {

    /** @param found the part of it that fits */
    void play(Clip clip, Optional<Moment> found);

    void soundsLike(Clip clip);

    void reveal(Clip clip);

    /** Narrows the view to clips with this label. */
    void onlyTag(String label);

    /** Asks for a label that takes this one's place. */
    void replaceTag(String label, List<ClipId> on, Node owner);

    /** Shows what else can be done with a label. */
    void tagMenu(String label, List<ClipId> on, Node owner, ContextMenuEvent event);
}
