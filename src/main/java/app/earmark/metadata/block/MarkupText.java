package app.earmark.metadata.block;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it stands in XML, and as it is meant. */
final class MarkupText {

    private static final Pattern REFERENCE =
            Pattern.compile("<!\\[CDATA\\[(.*?)]]>|<!--.*?-->|<\\?.*?\\?>|&(#?\\w+);", Pattern.DOTALL);
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private MarkupText() {}

    /** What an element's content means, without blanks around it. Entities that XML does not have stay as they are. */
    static String meaning(String content) {
        if (content.indexOf('&') < 0 && content.indexOf('<') < 0) {
            return content.strip();
        }
        StringBuilder text = new StringBuilder();
        Matcher matcher = REFERENCE.matcher(content);
        while (matcher.find()) {
            String replacement = "";
            if (matcher.group(1) != null) {
                replacement = matcher.group(1);
            } else if (matcher.group(2) != null) {
                replacement = entity(matcher.group(2), matcher.group());
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(text).toString().strip();
    }

    private static String entity(String name, String asItStands) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, asItStands);
        }
        try {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            int letter = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            return isAllowed(letter) ? Character.toString(letter) : "";
        } catch (NumberFormatException e) {
            return asItStands;
        }
    }

    /** The text as content of an element; what {@code encodable} refuses goes by its number. */
    static String escaped(String text, IntPredicate encodable) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(MarkupText::isAllowed).forEach(letter -> {
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (encodable.test(letter)) {
                        out.appendCodePoint(letter);
                    } else {
                        out.append("&#").append(letter).append(';');
                    }
                }
            }
        });
        return out.toString();
    }

    /** Whether XML 1.0 has the character at all. */
    static boolean isAllowed(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= 0x20 && letter < 0xD800
                || letter >= 0xE000 && letter < 0xFFFE
                || letter >= 0x10000 && letter <= 0x10FFFF;
    }
}
