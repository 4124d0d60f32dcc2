package app.earmark.metadata.block;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks through XML text and says where each element begins and ends, which no parser of the platform does to the letter.
 * Document types are refused, so there are no entities but the five of XML itself and characters by number.
 */
final class MarkupScan {

    /** The text is no well-formed XML, or more than that. */
    static final class BadMarkup extends Exception {

        private static final long serialVersionUID = 1L;

        BadMarkup(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * An element that was walked through.
     *
     * @param from where its start tag begins
     * @param contentFrom where its content begins; behind the tag for an empty-element tag
     * @param contentTo where its content ends
     * @param to behind its end tag
     * @param leaf whether it holds no other element
     */
    record Element(String name, int depth, int from, int contentFrom, int contentTo, int to, boolean leaf) {

        boolean emptyTag() {
            return contentTo == to;
        }
    }

    /** Is told of each element when it ends; {@code parents} are the open ones above it, the nearest first. */
    interface Visitor {
        void ended(Element element, Deque<Open> parents);
    }

    /** An element that has not ended yet. */
    static final class Open {
        final String name;
        final int from;
        final int contentFrom;
        boolean leaf = true;

        Open(String name, int from, int contentFrom) {
            this.name = name;
            this.from = from;
            this.contentFrom = contentFrom;
        }

        /** Without a prefix. */
        String localName() {
            return name.substring(name.indexOf(':') + 1);
        }
    }

    private final String xml;
    private final Visitor visitor;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private boolean rooted;

    private MarkupScan(String xml, Visitor visitor) {
        this.xml = xml;
        this.visitor = visitor;
    }

    /** Walks to the end of the root element. */
    static void walk(String xml, Visitor visitor) throws BadMarkup {
        new MarkupScan(xml, visitor).walk();
    }

    private void walk() throws BadMarkup {
        while (!rooted || !open.isEmpty()) {
            int tag = xml.indexOf('<', at);
            if (tag < 0) {
                throw new BadMarkup(rooted ? "it ends too soon" : "there is no element in it");
            }
            at = tag;
            if (xml.startsWith("<?", at)) {
                skipTo("?>", 2);
            } else if (xml.startsWith("<!--", at)) {
                skipTo("-->", 4);
            } else if (xml.startsWith("<![CDATA[", at)) {
                skipTo("]]>", 9);
            } else if (xml.startsWith("<!", at)) {
                throw new BadMarkup("it has a document type, which could pull in other files");
            } else if (xml.startsWith("</", at)) {
                end();
            } else {
                start();
            }
        }
    }

    private void skipTo(String end, int opening) throws BadMarkup {
        int found = xml.indexOf(end, at + opening);
        if (found < 0) {
            throw new BadMarkup("it ends too soon");
        }
        at = found + end.length();
    }

    private void start() throws BadMarkup {
        int from = at;
        int end = endOfTag();
        boolean empty = xml.charAt(end - 1) == '/';
        String name = name(from + 1, end);
        if (!open.isEmpty()) {
            open.peek().leaf = false;
        }
        rooted = true;
        at = end + 1;
        if (empty) {
            visitor.ended(new Element(name, open.size() + 1, from, at, at, at, true), open);
        } else {
            open.push(new Open(name, from, at));
        }
    }

    private void end() throws BadMarkup {
        int from = at;
        int end = endOfTag();
        String name = name(from + 2, end);
        Open opened = open.poll();
        if (opened == null || !opened.name.equals(name)) {
            throw new BadMarkup("the element " + name + " ends where it did not begin");
        }
        at = end + 1;
        visitor.ended(new Element(name, open.size() + 1, opened.from, opened.contentFrom, from, at, opened.leaf), open);
    }

    /** The {@code >} of the tag that begins here; those in quotes don't count. */
    private int endOfTag() throws BadMarkup {
        char quote = 0;
        for (int i = at + 1; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            } else if (c == '<') {
                break;
            }
        }
        throw new BadMarkup("a tag does not end");
    }

    private String name(int from, int end) throws BadMarkup {
        int to = from;
        while (to < end && !Character.isWhitespace(xml.charAt(to)) && xml.charAt(to) != '/') {
            to++;
        }
        String name = xml.substring(from, to);
        if (name.isEmpty() || !Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
            throw new BadMarkup("a tag has no name");
        }
        return name;
    }
}
