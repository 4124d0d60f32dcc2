package app.earmark.ui.shell;

import app.earmark.library.CatalogueCounts;
import app.earmark.ui.text.ClipText;
import app.earmark.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** One quiet line: what the catalogue holds, the last notice, failures to open. */
final class StatusBar extends HBox {

    StatusBar(ShellViewModel model, FailurePanel failures) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label counts = new Label();
        counts.setMinWidth(USE_PREF_SIZE);
        counts.setId("counts");
        model.sideBar().counts().addListener((property, before, now) -> counts.setText(sentence(now)));
        Label notice = new Label();
        notice.setId("notice");
        notice.setMinWidth(0);
        notice.getStyleClass().add("notice");
        model.tasks().notice().addListener((property, before, now) -> notice.setText(now.sentence()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button failed = new Button(null, Icons.of(Feather.ALERT_TRIANGLE));
        failed.setId("show-failures");
        failed.getStyleClass().addAll("small", "flat", "failed-count");
        failed.setOnAction(event -> Icons.show(failures, !failures.isVisible()));
        Icons.show(failed, false);
        model.failures().addListener((javafx.collections.ListChangeListener<Object>) change -> {
            int size = model.failures().size();
            failed.setText(ClipText.count(size) + " failed");
            failed.setAccessibleText(ClipText.count(size) + " sounds failed; show them");
            Icons.show(failed, size > 0);
            if (size == 0) {
                Icons.show(failures, false);
            }
        });
        Button goOn = new Button("Listen to the rest");
        goOn.setId("go-on");
        goOn.getStyleClass().addAll("small", "flat", "go-on");
        goOn.setOnAction(event -> model.goOnListening());
        goOn.visibleProperty().bind(model.unfinished());
        goOn.managedProperty().bind(model.unfinished());
        getChildren().addAll(counts, goOn, failed, space, notice);
    }

    static String sentence(CatalogueCounts counts) {
        if (counts == null || counts.clips() == 0) {
            return "No sounds yet";
        }
        List<String> parts = new ArrayList<>();
        parts.add(ClipText.count(counts.clips(), "sound", "sounds"));
        parts.add(
                counts.listened() >= counts.clips() - counts.failed()
                        ? "all listened to"
                        : ClipText.count(counts.listened()) + " listened to");
        if (counts.offline() > 0) {
            parts.add(ClipText.count(counts.offline()) + " offline");
        }
        return String.join(" · ", parts);
    }
}
