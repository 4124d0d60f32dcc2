package app.earmark.ui.rename;

import app.earmark.renaming.PlannedName;
import app.earmark.renaming.PlannedName.Outcome;
import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** One text of a planned name; quiet where nothing changes, loud where something is wrong. */
final class NameTextCell extends TableCell<PlannedName, PlannedName> {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final Function<PlannedName, String> text;
    private final Function<PlannedName, String> hint;
    private final boolean loud;
    private final Tooltip tooltip = new Tooltip();

    /** @param loud whether a problem shows here */
    NameTextCell(Function<PlannedName, String> text, Function<PlannedName, String> hint, boolean loud) {
        this.loud = loud;
        this.text = text;
        this.hint = hint;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(600);
    }

    @Override
    protected void updateItem(PlannedName name, boolean empty) {
        super.updateItem(name, empty);
        getStyleClass().removeAll(Styles.TEXT_SUBTLE, Styles.DANGER);
        pseudoClassStateChanged(PROBLEM, false);
        if (empty || name == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(text.apply(name).replaceAll("\\p{Cntrl}", "\uFFFD"));
        String more = hint.apply(name);
        tooltip.setText(more);
        setTooltip(more.isEmpty() ? null : tooltip);
        if (name.outcome() == Outcome.UNCHANGED) {
            getStyleClass().add(Styles.TEXT_SUBTLE);
        } else if (loud && name.outcome() == Outcome.PROBLEM) {
            getStyleClass().add(Styles.DANGER);
            pseudoClassStateChanged(PROBLEM, true);
        }
    }
}
