package app.earmark.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.sqlite.Function;

/** The form under which the names of folders are the same name: composed and without case, also beyond ASCII. */
final class PathKey {

    /** The name of the function in SQL, whose own {@code lower} knows ASCII alone. */
    static final String SQL = "path_key";

    private PathKey() {}

    static void register(Connection connection) throws SQLException {
        Function.create(
                connection,
                SQL,
                new Function() {
                    @Override
                    protected void xFunc() throws SQLException {
                        result(of(value_text(0)));
                    }
                },
                1,
                Function.FLAG_DETERMINISTIC);
    }

    static String of(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The path as it is, and as file systems and other programs may spell it. */
    static Set<String> compositions(String path) {
        Set<String> compositions = new LinkedHashSet<>();
        compositions.add(path);
        compositions.add(Normalizer.normalize(path, Normalizer.Form.NFC));
        compositions.add(Normalizer.normalize(path, Normalizer.Form.NFD));
        return compositions;
    }
}
