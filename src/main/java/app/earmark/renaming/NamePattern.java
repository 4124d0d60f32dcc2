package app.earmark.renaming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person's own layout of names, without extension: text with placeholders such as {@code {FXName}}. What stands in square
 * brackets is left out where all placeholders in it are empty: {@code {CatID}[-{UserCategory}]_{FXName}}. {@code {Number}} counts
 * files that would otherwise get the same name, {@code {Number:3}} with at least three digits. Immutable.
 */
public final class NamePattern {

    /** Counts; the one placeholder that is no field. */
    static final String NUMBER = "Number";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final int MOST_DIGITS = 9;

    private final String text;
    private final List<Section> sections;

    private NamePattern(String text, List<Section> sections) {
        this.text = text;
        this.sections = List.copyOf(sections);
    }

    private record Section(List<Piece> pieces, boolean optional) {}

    /** @param digits of a number, at least; 0 for literal text and fields */
    private record Piece(String text, boolean field, int digits) {}

    /**
     * @param text as the person wrote it
     * @throws UnusablePattern if a placeholder is unknown, a bracket stands alone, or a character can't be in a name
     */
    public static NamePattern parse(String text) throws UnusablePattern {
        List<Section> sections = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('[', from);
            String plain = open < 0 ? text.substring(from) : text.substring(from, open);
            if (!plain.isEmpty()) {
                sections.add(new Section(pieces(plain), false));
            }
            if (open < 0) {
                break;
            }
            int close = text.indexOf(']', open);
            if (close < 0) {
                throw new UnusablePattern("The pattern opens a bracket [ and does not close it.");
            }
            List<Piece> inside = pieces(text.substring(open + 1, close));
            if (inside.stream().noneMatch(Piece::field)) {
                throw new UnusablePattern(
                        "There is no placeholder between the brackets in " + text.substring(open, close + 1)
                                + "; they mark what is left out when a placeholder is empty.");
            }
            sections.add(new Section(inside, true));
            from = close + 1;
        }
        if (sections.stream().flatMap(s -> s.pieces.stream()).noneMatch(Piece::field)) {
            throw new UnusablePattern(
                    "The pattern needs a placeholder, such as {FXName}, or all files would get one name.");
        }
        return new NamePattern(text, sections);
    }

    /** What may stand in braces, by name; {@code Number} among them. */
    public static List<String> placeholders() {
        return Stream.concat(NameFields.placeholders().stream(), Stream.of(NUMBER))
                .sorted()
                .toList();
    }

    private static List<Piece> pieces(String text) throws UnusablePattern {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(text);
        int from = 0;
        while (found.find()) {
            addLiteral(pieces, text.substring(from, found.start()));
            pieces.add(placeholder(found.group(1)));
            from = found.end();
        }
        addLiteral(pieces, text.substring(from));
        return pieces;
    }

    private static void addLiteral(List<Piece> pieces, String literal) throws UnusablePattern {
        for (int c : literal.codePoints().toArray()) {
            if ("{}[]".indexOf(c) >= 0) {
                throw new UnusablePattern("A bracket “" + Character.toString(c) + "” in the pattern stands alone.");
            }
            if (FileNameRules.isForbidden(c)) {
                throw new UnusablePattern("“" + Character.toString(c)
                        + "” can't be in a file name on every system; use another separator.");
            }
        }
        if (!literal.isEmpty()) {
            pieces.add(new Piece(literal, false, 0));
        }
    }

    private static Piece placeholder(String inside) throws UnusablePattern {
        String[] parts = inside.strip().split(":", 2);
        String name = parts[0].strip();
        if (name.equalsIgnoreCase(NUMBER)) {
            String digits = parts.length < 2 ? "1" : parts[1].strip();
            if (!digits.matches("[1-" + MOST_DIGITS + "]")) {
                throw new UnusablePattern(
                        "{" + inside + "}: a number has from 1 to " + MOST_DIGITS + " digits, as in {Number:3}.");
            }
            return new Piece(NUMBER, true, Integer.parseInt(digits));
        }
        String known = NameFields.placeholder(name).orElse(null);
        if (known == null || parts.length > 1) {
            throw new UnusablePattern(
                    "There is no placeholder {" + inside + "}. Some that there are: {CatID}, {Category},"
                            + " {FXName}, {CreatorID}, {SourceID}, {UserData}, {Name}, {Folder}, {Number:2}.");
        }
        return new Piece(known, true, 0);
    }

    /** Whether it has a {@code {Number}} of its own. */
    boolean counts() {
        return sections.stream().flatMap(s -> s.pieces.stream()).anyMatch(p -> p.digits > 0);
    }

    /** Whether it names this field. */
    boolean uses(String field) {
        return sections.stream().flatMap(s -> s.pieces.stream()).anyMatch(p -> p.field && p.text.equals(field));
    }

    /**
     * @param value of a field, or the empty string
     * @param number in place of {@code {Number}}
     */
    String fill(UnaryOperator<String> value, int number) {
        StringBuilder name = new StringBuilder();
        for (Section section : sections) {
            StringBuilder filled = new StringBuilder();
            boolean anything = false;
            for (Piece piece : section.pieces) {
                String text = !piece.field
                        ? piece.text
                        : piece.digits > 0
                                ? String.format(Locale.ROOT, "%0" + piece.digits + "d", number)
                                : FileNameRules.fit(value.apply(piece.text));
                anything |= piece.field && !text.isEmpty();
                filled.append(text);
            }
            if (anything || !section.optional) {
                name.append(filled);
            }
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
