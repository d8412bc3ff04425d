package fr.sceau.documents;

import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Reads of a CDA R2 document its level, its type code and its title; the level is decided on the body element. */
final class CdaDocument {
    static final String NAMESPACE = "urn:hl7-org:v3";

    private static final String LOINC = "2.16.840.1.113883.6.1";
    private static final int MAX_TITLE = 200;
    /** « %PDF » as base64 begins it. */
    private static final String PDF_IN_BASE64 = "JVBERi";

    /** LOINC codes of the CI-SIS value set J07 that are letters between those who care for a patient. */
    private static final Set<String> LIAISON_CODES =
            Set.of("11490-0", "18761-7", "83981-1", "88348-8", "96349-6", "78341-5", "60280-5", "74207-2");

    private final int rootDepth;
    private final boolean presentsItself;
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder bodyStart = new StringBuilder();
    private String section = "";
    private DocumentType level = DocumentType.OTHER;
    private boolean liaison;
    private boolean pdfBody;
    private boolean inTitle;
    private boolean inBody;
    private boolean closed;

    CdaDocument(int rootDepth, boolean presentsItself) {
        this.rootDepth = rootDepth;
        this.presentsItself = presentsItself;
    }

    void start(int depth, XMLStreamReader reader) {
        if (closed || !NAMESPACE.equals(reader.getNamespaceURI())) {
            return;
        }
        String name = reader.getLocalName();
        switch (depth - rootDepth) {
            case 1 -> header(name, reader);
            case 2 -> body(name);
            case 3 -> bodyText(name, reader);
            default -> {}
        }
    }

    void end(int depth) {
        inTitle &= depth - rootDepth != 1;
        inBody &= depth - rootDepth != 3;
        closed |= depth == rootDepth;
    }

    void text(XMLStreamReader reader) {
        if (inTitle && title.length() < MAX_TITLE) {
            title.append(reader.getText());
        }
        if (inBody && bodyStart.length() < PDF_IN_BASE64.length()) {
            bodyStart.append(reader.getText().strip());
        }
    }

    Finding finding() {
        Finding finding = Finding.of(
                        presentsItself && level != DocumentType.OTHER ? DocumentType.CDA_AUTOPRESENTABLE : level)
                .titled(displayableTitle());
        if (level == DocumentType.OTHER) {
            finding = finding.with(Flags.MALFORMED);
        }
        if (level == DocumentType.CDA_N1 && !pdfInside()) {
            finding = finding.with(Flags.TYPE_DIFFERS);
        }
        return liaison ? finding.with(Flags.LIAISON) : finding;
    }

    private void header(String name, XMLStreamReader reader) {
        section = name;
        inTitle = name.equals("title");
        if (name.equals("code") && LOINC.equals(reader.getAttributeValue(null, "codeSystem"))) {
            liaison = LIAISON_CODES.contains(String.valueOf(reader.getAttributeValue(null, "code")));
        }
    }

    private void body(String name) {
        if (section.equals("component") && name.equals("nonXMLBody")) {
            level = DocumentType.CDA_N1;
        } else if (section.equals("component") && name.equals("structuredBody")) {
            level = DocumentType.CDA_N3;
        }
    }

    private void bodyText(String name, XMLStreamReader reader) {
        if (level == DocumentType.CDA_N1 && name.equals("text")) {
            inBody = true;
            pdfBody = "application/pdf".equals(reader.getAttributeValue(null, "mediaType"))
                    && "B64".equals(reader.getAttributeValue(null, "representation"));
        }
    }

    private boolean pdfInside() {
        return pdfBody && bodyStart.toString().startsWith(PDF_IN_BASE64);
    }

    private Optional<String> displayableTitle() {
        String shown = Titles.displayable(title.toString());
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }
}
