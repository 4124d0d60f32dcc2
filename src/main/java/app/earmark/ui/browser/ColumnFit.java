package app.earmark.ui.browser;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/**
 * Has the columns share the table's width as long as each has the least it needs. A table too narrow for that keeps them as
 * narrow as they may be and can be scrolled sideways; shared, they would stand beyond the edge, out of reach.
 */
final class ColumnFit {

    /** At most. */
    private static final double SCROLL_BAR = 16;

    private final TableView<ResultRow> table;

    ColumnFit(TableView<ResultRow> table) {
        this.table = table;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.widthProperty().addListener((property, before, now) -> adjust());
        table.getVisibleLeafColumns().addListener((ListChangeListener<Object>) change -> adjust());
    }

    /** To be called, too, when the bounds of a column have changed, of which nothing tells a table. */
    void adjust() {
        if (table.getWidth() <= 0) {
            return;
        }
        double least = table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumnBase::getMinWidth)
                .sum();
        if (least <= table.getWidth() - SCROLL_BAR) {
            table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
            table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
        } else if (table.getColumnResizePolicy() != TableView.UNCONSTRAINED_RESIZE_POLICY) {
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
            table.getVisibleLeafColumns()
                    .forEach(column -> table.resizeColumn(column, column.getMinWidth() - column.getWidth()));
        }
    }
}
