package app.earmark.metadata;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The blocks {@code USER} and {@code ASWG} of an iXML chunk; {@code USER} wins. Document types and external entities are
 * refused, and a chunk that is no well-formed XML gives what was read up to the fault.
 */
final class IxmlFields {

    private IxmlFields() {}

    static Map<String, String> read(String xml) {
        Map<String, String> user = new HashMap<>();
        Map<String, String> aswg = new HashMap<>();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml.strip()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName().toUpperCase(Locale.ROOT)) {
                        case "USER" -> readBlock(reader, user);
                        case "ASWG" -> readBlock(reader, aswg);
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException e) {
            // a damaged chunk: what was read before the fault stands
        }
        aswg.putAll(user);
        return aswg;
    }

    private static void readBlock(XMLStreamReader reader, Map<String, String> fields) throws XMLStreamException {
        int depth = 1;
        Optional<String> field = Optional.empty();
        StringBuilder text = new StringBuilder();
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    field = depth == 2 ? FieldNames.canonical(reader.getLocalName()) : Optional.empty();
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    String value = text.toString().strip();
                    if (!value.isEmpty()) {
                        field.ifPresent(name -> fields.put(name, value));
                    }
                    field = Optional.empty();
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("the block has no end");
                default -> {}
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
