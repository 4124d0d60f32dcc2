package app.earmark.store;

import app.earmark.library.CatalogueCounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Counts clips by what the side bar and the filters offer. */
final class CountQueries {

    private CountQueries() {}

    static CatalogueCounts counts(Connection c) throws SQLException {
        return new SqlQuery(
                        c,
                        "select count(*), sum(state in ('EMBEDDED', 'SILENT')), sum(state = 'FAILED'), sum(offline)"
                                + " from clip")
                .first(row -> counts(c, row))
                .orElseThrow();
    }

    private static CatalogueCounts counts(Connection c, ResultSet totals) throws SQLException {
        return new CatalogueCounts(
                totals.getLong(1),
                totals.getLong(2),
                totals.getLong(3),
                totals.getLong(4),
                byText(c, "select category, count(*) from clip where category is not null group by category"),
                byText(c, "select min(label), count(*) from clip_tag where category is null group by label_key"),
                byText(c, "select format, count(*) from clip where format is not null group by format"),
                byNumber(c, "sample_rate_hz"),
                byNumber(c, "channels"));
    }

    private static Map<String, Long> byText(Connection c, String sql) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        new SqlQuery(c, sql).each(row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private static Map<Integer, Long> byNumber(Connection c, String column) throws SQLException {
        Map<Integer, Long> counts = new TreeMap<>();
        new SqlQuery(c, "select " + column + ", count(*) from clip where " + column + " is not null group by " + column)
                .each(row -> counts.put(row.getInt(1), row.getLong(2)));
        return counts;
    }
}
