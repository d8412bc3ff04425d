package fr.sceau.documents;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the elements seen so far say about an XML document. */
final class XmlDocument {
    private static final String HPRIM_NAMESPACE = "http://www.hprim.org/hprimXML";
    private static final String XSL_NAMESPACE = "http://www.w3.org/1999/XSL/Transform";
    private static final String CDA_ROOT = "ClinicalDocument";

    /** Roots of HPRIM XML 1.x, which had no namespace. */
    private static final Set<String> HPRIM_ROOTS = Set.of(
            "evenementsServeurActes",
            "evenementsPatients",
            "evenementsPMSI",
            "evenementsFraisDivers",
            "evenementServeurIntervention",
            "evenementsServeurEtatsPatient",
            "acquittementsServeurActes",
            "acquittementsPatients",
            "acquittementsPmsi",
            "acquittementsFraisDivers");

    private Finding plain = Finding.other();
    private boolean stylesheet;
    private @Nullable CdaDocument cda;

    void start(int depth, XMLStreamReader reader) {
        if (depth == 1) {
            root(reader);
        }
        if (cda != null) {
            cda.start(depth, reader);
        } else if (stylesheet && isCda(reader)) {
            cda = new CdaDocument(depth, true);
        } else if (plain.type() == DocumentType.HPRIM_XML
                && reader.getLocalName().equals("enteteMessage")
                && "test".equals(reader.getAttributeValue(null, "modeTraitement"))) {
            plain = plain.with(Flags.TEST_MODE);
        }
    }

    void end(int depth) {
        if (cda != null) {
            cda.end(depth);
        }
    }

    void text(XMLStreamReader reader) {
        if (cda != null) {
            cda.text(reader);
        }
    }

    Finding finding() {
        return cda == null ? plain : cda.finding();
    }

    private void root(XMLStreamReader reader) {
        String name = reader.getLocalName();
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        if (isCda(reader)) {
            cda = new CdaDocument(1, false);
        } else if (namespace.equals(XSL_NAMESPACE)) {
            stylesheet = true;
            plain = Finding.other(Flags.ACTIVE_CONTENT);
        } else if (namespace.equals(HPRIM_NAMESPACE) || namespace.isEmpty() && HPRIM_ROOTS.contains(name)) {
            plain = Finding.of(DocumentType.HPRIM_XML);
        } else if (name.equals("SubmitObjectsRequest")) {
            plain = Finding.of(DocumentType.XDM);
        } else if (name.equals("svg") || name.equals("html")) {
            plain = Finding.other(Flags.ACTIVE_CONTENT);
        }
    }

    private static boolean isCda(XMLStreamReader reader) {
        return reader.getLocalName().equals(CDA_ROOT) && CdaDocument.NAMESPACE.equals(reader.getNamespaceURI());
    }
}
