package app.earmark.ui.browser;

import javafx.scene.control.TableColumn;

/**
 * The column of reasons. Where there are none it is as narrow as nothing, not hidden: a table whose columns come or go makes
 * and styles every cell of every row anew, for which the first letter of a question would have to wait.
 */
final class WhyColumn extends TableColumn<ResultRow, ClipCard> {

    /** Bar, number and two words. */
    private static final double LEAST = 170;

    private static final double USUAL = 200;
    private static final double MOST = 2_000;

    WhyColumn() {
        super("Why");
        setId("column-why");
        setCellValueFactory(row -> row.getValue().card());
        setCellFactory(owner -> new WhyCell());
        setSortable(false);
        bound(0, 0, 0);
    }

    /**
     * @param ranked whether there are reasons to show
     * @return whether the width has changed
     */
    boolean takeRoom(boolean ranked) {
        if (ranked == getMaxWidth() > 0) {
            return false;
        }
        if (ranked) {
            bound(LEAST, USUAL, MOST);
        } else {
            bound(0, 0, 0);
        }
        return true;
    }

    private void bound(double least, double usual, double most) {
        setMinWidth(Math.min(least, getMinWidth())); // never above the largest, on the way
        setMaxWidth(most);
        setMinWidth(least);
        setPrefWidth(usual);
        setResizable(most > 0);
    }
}
