package app.earmark.ui.inspector;

import app.earmark.ui.theme.Icons;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/**
 * Clips that sound like the one inspected, most alike first. Lines stay in their places from one selection to the next: new
 * ones would be styled anew.
 */
final class SimilarList extends VBox {

    private final InspectorActions actions;
    private final List<SimilarLine> lines = new ArrayList<>();

    SimilarList(InspectorViewModel model, InspectorActions actions) {
        this.actions = actions;
        setId("similar-sounds");
        getStyleClass().add("similar-list");
        model.similar().addListener((ListChangeListener<SimilarClip>) change -> show(model.similar()));
    }

    /** Makes as many lines as there will be at most, so that the first selection need not. */
    void warmUp(SimilarClip example) {
        show(Collections.nCopies(InspectorViewModel.SIMILAR_SHOWN, example));
    }

    void show(List<SimilarClip> clips) {
        while (lines.size() < clips.size()) {
            lines.add(new SimilarLine(actions));
            getChildren().add(lines.get(lines.size() - 1));
        }
        for (int i = 0; i < lines.size(); i++) {
            Icons.show(lines.get(i), i < clips.size());
            if (i < clips.size()) {
                lines.get(i).show(clips.get(i));
            }
        }
    }
}
