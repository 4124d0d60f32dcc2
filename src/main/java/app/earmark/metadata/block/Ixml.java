package app.earmark.metadata.block;

import app.earmark.metadata.MetadataBlock;
import app.earmark.metadata.MetadataBlock.Kind;
import app.earmark.metadata.block.MarkupScan.BadMarkup;
import app.earmark.metadata.block.MarkupScan.Element;
import app.earmark.metadata.block.MarkupScan.Open;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An iXML chunk. Its blocks {@code USER} and {@code ASWG} are found whatever the case of their names; of a chunk that is no
 * well-formed XML, what stands before the fault.
 *
 * @see <a href="http://www.gallery.co.uk/ixml/">iXML specification</a>
 */
public final class Ixml {

    private static final int MOST_OTHERS = 500;
    private static final String NEW = """
            <?xml version="1.0" encoding="UTF-8"?>
            <BWFXML>
            \t<IXML_VERSION>1.61</IXML_VERSION>
            \t<USER>
            \t</USER>
            \t<ASWG>
            \t</ASWG>
            </BWFXML>
            """;

    private final byte[] bytes;
    private final XmlBytes xml;
    private final Map<Kind, List<Element>> blocks = new LinkedHashMap<>();
    private final Map<Kind, List<Element>> texts = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private Element root;
    private Optional<String> fault = Optional.empty();

    public Ixml(byte[] bytes) {
        this.bytes = bytes;
        this.xml = XmlBytes.of(bytes);
        for (Kind kind : List.of(Kind.IXML_USER, Kind.IXML_ASWG)) {
            blocks.put(kind, new ArrayList<>());
            texts.put(kind, new ArrayList<>());
        }
        try {
            MarkupScan.walk(xml.text(), this::ended);
        } catch (BadMarkup e) {
            fault = Optional.of(e.getMessage());
        }
    }

    /** A chunk that says nothing yet. */
    public static Ixml empty() {
        return new Ixml(NEW.getBytes(StandardCharsets.UTF_8));
    }

    private void ended(Element element, Deque<Open> parents) {
        switch (element.depth()) {
            case 1 -> root = element;
            case 2 -> {
                kind(element.name()).ifPresent(kind -> blocks.get(kind).add(element));
                if (element.leaf()) {
                    other(element.name(), element);
                }
            }
            case 3 ->
                kind(parents.peek().localName())
                        .ifPresentOrElse(kind -> texts.get(kind).add(element), () -> {
                            if (element.leaf()) {
                                other(parents.peek().name + "/" + element.name(), element);
                            }
                        });
            default -> {}
        }
    }

    private void other(String path, Element element) {
        String text = text(element);
        if (others.size() < MOST_OTHERS && !text.isEmpty()) {
            others.putIfAbsent(path, text);
        }
    }

    private static Optional<Kind> kind(String element) {
        String local = element.substring(element.indexOf(':') + 1);
        return switch (local.toUpperCase(Locale.ROOT)) {
            case "USER" -> Optional.of(Kind.IXML_USER);
            case "ASWG" -> Optional.of(Kind.IXML_ASWG);
            default -> Optional.empty();
        };
    }

    private String text(Element element) {
        return MarkupText.meaning(xml.text().substring(element.contentFrom(), element.contentTo()));
    }

    /** What is wrong with it; such a chunk is read as far as it goes and never changed. */
    public Optional<String> fault() {
        return fault;
    }

    /** Texts of {@code USER} or {@code ASWG} by the names of their elements. */
    public Map<String, String> values(Kind kind) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element element : texts.get(kind)) {
            String text = element.leaf() ? text(element) : "";
            if (!text.isEmpty()) {
                values.put(element.name(), text);
            }
        }
        return values;
    }

    /** All blocks that hold something. */
    public List<MetadataBlock> blocks() {
        List<MetadataBlock> found = new ArrayList<>();
        texts.keySet().forEach(kind -> found.add(new MetadataBlock(kind, values(kind))));
        found.add(new MetadataBlock(Kind.IXML, others));
        found.removeIf(block -> block.values().isEmpty());
        return found;
    }

    /** This chunk with other texts in {@code USER} and {@code ASWG}; everything else to the letter. */
    public Ixml with(Map<Kind, Map<String, String>> settings) {
        if (fault.isPresent() || !xml.isFaithful(bytes)) {
            throw new IllegalStateException("a damaged iXML chunk is not changed");
        }
        Splices splices = new Splices(xml.text());
        settings.forEach((kind, texts) -> {
            if (texts.values().stream().anyMatch(text -> !text.isEmpty())
                    || !blocks.get(kind).isEmpty()) {
                splice(splices, kind, texts);
            }
        });
        return new Ixml(xml.bytes(splices.result()));
    }

    /** Whether it can be changed without changing what is not understood. */
    public boolean isChangeable() {
        return fault.isEmpty() && xml.isFaithful(bytes);
    }

    private void splice(Splices splices, Kind kind, Map<String, String> settings) {
        StringBuilder added = new StringBuilder();
        settings.forEach((key, text) -> {
            List<Element> there = texts.get(kind).stream()
                    .filter(element -> element.name().equals(key) && element.leaf())
                    .toList();
            String escaped = MarkupText.escaped(text, xml::encodes);
            there.forEach(element -> replace(splices, element, text, escaped));
            if (there.isEmpty() && !text.isEmpty()) {
                added.append("\n\t\t<")
                        .append(key)
                        .append('>')
                        .append(escaped)
                        .append("</")
                        .append(key)
                        .append('>');
            }
        });
        if (added.length() > 0) {
            add(splices, kind, added);
        }
    }

    private void replace(Splices splices, Element element, String text, String escaped) {
        if (text.isEmpty()) {
            splices.replace(element.from(), element.to(), "");
        } else if (element.emptyTag()) {
            splices.replace(
                    element.from(), element.to(), "<" + element.name() + ">" + escaped + "</" + element.name() + ">");
        } else if (!text(element).equals(text)) {
            splices.replace(element.contentFrom(), element.contentTo(), escaped);
        }
    }

    private void add(Splices splices, Kind kind, StringBuilder added) {
        if (blocks.get(kind).isEmpty()) {
            String name = kind == Kind.IXML_USER ? "USER" : "ASWG";
            String block = "\t<" + name + ">" + added + "\n\t</" + name + ">\n";
            if (root.emptyTag()) {
                splices.replace(root.from(), root.to(), "<" + root.name() + ">\n" + block + "</" + root.name() + ">");
            } else {
                splices.replace(root.contentTo(), root.contentTo(), block);
            }
            return;
        }
        Element block = blocks.get(kind).get(0);
        if (block.emptyTag()) {
            splices.replace(block.from(), block.to(), "<" + block.name() + ">" + added + "\n\t</" + block.name() + ">");
        } else {
            splices.replace(endOfText(block), endOfText(block), added.toString());
        }
    }

    /** Where the block's content ends without the blanks that indent its end tag. */
    private int endOfText(Element block) {
        int end = block.contentTo();
        while (end > block.contentFrom() && Character.isWhitespace(xml.text().charAt(end - 1))) {
            end--;
        }
        return end;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
