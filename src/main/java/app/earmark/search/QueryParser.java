package app.earmark.search;

import app.earmark.library.ClipFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads tokens such as {@code tag:rain}, {@code -format:mp3} or {@code folder:"Close Mics"} out of a search text; what is no
 * token is left as it is. Several values of one kind, also behind one colon with commas between them, mean any of them;
 * a dash in front leaves clips out.
 */
public final class QueryParser {

    /** {@code -key:"value"} or {@code key:value}, with a blank or nothing on both sides; a last quote may be missing. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<!\\S)(-?)(\\p{Alpha}+):(?:[\"“”]([^\"“”]*)(?:[\"“”]|$)|(\\S*))(?!\\S)");

    private final QueryTokens tokens;

    public QueryParser(QueryNames names) {
        this.tokens = new QueryTokens(names);
    }

    /**
     * @param within what the view is narrowed to already; a token adds to the values of its kind, or takes the tighter
     *     bound
     */
    public TypedQuery parse(String typed, ClipFilter within) {
        StringBuilder text = new StringBuilder();
        List<String> remarks = new ArrayList<>();
        ClipFilter filter = within;
        int end = 0;
        for (Matcher token = TOKEN.matcher(typed); token.find(); ) {
            String key = token.group(2).toLowerCase(Locale.ROOT);
            if (!tokens.isKey(key)) {
                continue;
            }
            text.append(typed, end, token.start()).append(' ');
            end = token.end();
            List<String> values = values(token.group(3), token.group(4));
            Optional<UnaryOperator<ClipFilter>> narrowing = tokens.read(key, values);
            if (narrowing.isPresent()) {
                filter = token.group(1).isEmpty()
                        ? narrowing.get().apply(filter)
                        : without(filter, narrowing.get().apply(ClipFilter.ALL));
            } else if (!values.isEmpty()) {
                text.append(token.group());
                remarks.add("“" + token.group() + "” was searched for as words; " + tokens.expected(key) + ".");
            }
        }
        text.append(typed, end, typed.length());
        return new TypedQuery(text.toString().strip().replaceAll("\\s+", " "), filter, remarks);
    }

    private static ClipFilter without(ClipFilter filter, ClipFilter left) {
        List<ClipFilter> except = new ArrayList<>(filter.except());
        except.add(left);
        return filter.withExcept(except);
    }

    /** A key without a value is one that is still being typed. */
    private static List<String> values(String quoted, String plain) {
        return (quoted != null ? List.of(quoted) : Arrays.asList(plain.split(",")))
                .stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
    }
}
