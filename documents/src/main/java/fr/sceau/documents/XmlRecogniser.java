package fr.sceau.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells XML documents apart by their root element, streaming: no DTD, no entity, no stylesheet, no address followed. */
final class XmlRecogniser {
    private final Limits limits;

    XmlRecogniser(Limits limits) {
        this.limits = limits;
    }

    Finding recognise(byte[] start, InputStream all) throws IOException {
        XmlDocument document = new XmlDocument();
        BoundedInput bounded = new BoundedInput(all, limits.xmlBytes(), Flags.TOO_LARGE, limits.budget());
        try {
            read(reader(bounded, true), document);
            return document.finding();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof LimitReached reached) {
                return document.finding().with(reached.flag());
            }
            return document.finding().type() == DocumentType.OTHER ? withoutNamespaces(start) : damaged(document);
        } catch (LimitReached e) {
            return e.flag().equals(Flags.DOCTYPE)
                    ? Finding.other(Flags.DOCTYPE)
                    : document.finding().with(e.flag());
        }
    }

    private static Finding damaged(XmlDocument document) {
        return document.finding().with(Flags.MALFORMED);
    }

    /** XDM metadata with an undeclared prefix exist in the field: recognised by name, flagged, not read further. */
    private Finding withoutNamespaces(byte[] start) throws IOException {
        try {
            XMLStreamReader reader = reader(new ByteArrayInputStream(start), false);
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                refuseDoctype(reader);
            }
            String name = reader.getLocalName();
            boolean xdm = name.substring(name.indexOf(':') + 1).equals("SubmitObjectsRequest");
            return Finding.of(xdm ? DocumentType.XDM : DocumentType.OTHER, Flags.MALFORMED);
        } catch (XMLStreamException e) {
            return Finding.other(Flags.MALFORMED);
        } catch (LimitReached e) {
            return Finding.other(e.flag());
        }
    }

    private void read(XMLStreamReader reader, XmlDocument document) throws XMLStreamException, LimitReached {
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            refuseDoctype(reader);
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > limits.xmlDepth()) {
                    throw new LimitReached(Flags.TOO_DEEP);
                }
                document.start(depth, reader);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                document.end(depth--);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                document.text(reader);
            }
        }
    }

    private static void refuseDoctype(XMLStreamReader reader) throws LimitReached {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
            throw new LimitReached(Flags.DOCTYPE);
        }
    }

    private static XMLStreamReader reader(InputStream in, boolean namespaces) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory(); // the JDK's own, whatever the class path holds
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, namespaces);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(in);
    }
}
