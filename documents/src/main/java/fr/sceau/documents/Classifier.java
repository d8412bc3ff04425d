package fr.sceau.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Decides what one content is: by its first bytes which reader looks at it, by that reader what it is. */
final class Classifier {
    private static final int START = 64 * 1024;

    private final Limits limits;
    private final XmlRecogniser xml;
    private final TextRecogniser text;
    private final ZipRecogniser zip;

    Classifier(Limits limits) {
        this.limits = limits;
        this.xml = new XmlRecogniser(limits);
        this.text = new TextRecogniser(limits, this);
        this.zip = new ZipRecogniser(limits, this);
    }

    Finding classify(PartHeader header, InputStream content) throws IOException {
        String name = header.fileName().orElse("");
        if (header.isEnvelope()) {
            return Finding.other(Flags.NOT_INSPECTABLE);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".apz")) {
            return Finding.of(DocumentType.APICRYPT, Flags.NOT_INSPECTABLE);
        }
        byte[] start = content.readNBytes(START);
        Kind kind = Kind.sniff(start);
        Finding finding = byKind(kind, start, content, true);
        if (finding.type() == DocumentType.PDF && LetterWords.namesLetter(name, finding.title())) {
            finding = new Finding(DocumentType.LIAISON_LETTER, finding.title(), finding.flags(), finding.inner());
        }
        Optional<Kind> declared = Kind.declared(header);
        if (declared.isPresent() && declared.get() != kind && start.length > 0) {
            finding = finding.with(Flags.TYPE_DIFFERS);
        }
        return Kind.isScriptName(name) ? finding.with(Flags.EXECUTABLE) : finding;
    }

    /** A content that came inside another one: archives in it are not opened. */
    Finding classifyInner(InputStream content) throws IOException {
        byte[] start = content.readNBytes(START);
        return byKind(Kind.sniff(start), start, content, false);
    }

    private Finding byKind(Kind kind, byte[] start, InputStream rest, boolean openArchives) throws IOException {
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), rest);
        return switch (kind) {
            case EXECUTABLE -> Finding.other(Flags.EXECUTABLE);
            case CMS -> Finding.other(Flags.NOT_INSPECTABLE);
            case ZIP -> openArchives ? zip.recognise(start, all) : Finding.other(Flags.TOO_DEEP);
            case XML -> xml.recognise(start, all);
            case HTML -> text.recogniseHtml(all);
            case DICOM -> dicom(start);
            case PDF -> new PdfScan(limits).scan(all);
            case RTF -> text.recogniseRtf(all);
            case OLE, IMAGE, BINARY -> Finding.other();
            case TEXT -> text.recognise(all);
        };
    }

    /** Only the manifest of key objects is ours; DICOM PS3.10 7.1: (0002,0002) Media Storage SOP Class UID. */
    private static Finding dicom(byte[] start) {
        String head = new String(start, StandardCharsets.ISO_8859_1);
        int tag = head.indexOf("\u0002\0\u0002\0UI");
        boolean keyObjects = tag > 0 && head.startsWith("1.2.840.10008.5.1.4.1.1.88.59", tag + 8);
        return keyObjects ? Finding.of(DocumentType.DICOM_KOS) : Finding.other();
    }
}
