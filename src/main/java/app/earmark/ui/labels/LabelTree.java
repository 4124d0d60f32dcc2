package app.earmark.ui.labels;

import app.earmark.library.TagPrecedence;
import app.earmark.library.Taxonomy;
import app.earmark.library.TaxonomyLabel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** The labels of the taxonomy on show, each with the number of sounds that have it. */
final class LabelTree extends TreeView<String> {

    private final LabelsViewModel model;
    private boolean filling;

    LabelTree(LabelsViewModel model) {
        super(new TreeItem<>(""));
        this.model = model;
        setId("label-tree");
        setShowRoot(false);
        setAccessibleText("Labels");
        setCellFactory(tree -> new Cell());
        model.counts().addListener((property, before, now) -> refresh());
    }

    /** While the tree is filled anew, its selection comes and goes without anybody having chosen something else. */
    boolean isFilling() {
        return filling;
    }

    /** Shows these labels and keeps the selected one selected. */
    void show(Taxonomy taxonomy) {
        Optional<String> selected = selected();
        Map<String, TreeItem<String>> items = new HashMap<>();
        taxonomy.labels().forEach(label -> {
            TreeItem<String> item = new TreeItem<>(label.label());
            item.setExpanded(true);
            items.putIfAbsent(TagPrecedence.keyOf(label.label()), item);
        });
        TreeItem<String> root = new TreeItem<>("");
        for (TaxonomyLabel label : taxonomy.labels()) {
            TreeItem<String> item = items.get(TagPrecedence.keyOf(label.label()));
            TreeItem<String> parent = label.parent()
                    .map(TagPrecedence::keyOf)
                    .map(items::get)
                    .filter(other -> !isBelow(other, item))
                    .orElse(root);
            if (item.getParent() == null) {
                parent.getChildren().add(item);
            }
        }
        filling = true;
        try {
            setRoot(root);
            selected.ifPresent(this::select);
        } finally {
            filling = false;
        }
    }

    private static boolean isBelow(TreeItem<String> item, TreeItem<String> above) {
        for (TreeItem<String> at = item; at != null; at = at.getParent()) {
            if (at == above) {
                return true;
            }
        }
        return false;
    }

    void select(String label) {
        find(getRoot(), TagPrecedence.keyOf(label))
                .ifPresent(item -> getSelectionModel().select(item));
    }

    private static Optional<TreeItem<String>> find(TreeItem<String> in, String key) {
        if (TagPrecedence.keyOf(in.getValue()).equals(key)) {
            return Optional.of(in);
        }
        return in.getChildren().stream()
                .map(child -> find(child, key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private final class Cell extends TreeCell<String> {
        @Override
        protected void updateItem(String label, boolean empty) {
            super.updateItem(label, empty);
            if (empty || label == null) {
                setText(null);
                return;
            }
            Long count = model.counts().get().get(TagPrecedence.keyOf(label));
            boolean heard = model.draft().get() == null
                    || Draft.find(model.draft().get(), label)
                            .map(TaxonomyLabel::heard)
                            .orElse(true);
            setText(label + (heard ? count == null ? "" : "  ·  " + count : "  ·  heading"));
        }
    }
}
