package fr.sceau.documents;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The carrier of a content, told from its first bytes. */
enum Kind {
    EXECUTABLE,
    CMS,
    ZIP,
    XML,
    HTML,
    DICOM,
    PDF,
    RTF,
    OLE,
    IMAGE,
    TEXT,
    BINARY;

    private static final int DICOM_PREAMBLE = 128; // DICOM PS3.10 7.1
    private static final int PDF_WITHIN = 1024;

    static Kind sniff(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("MZ") && text.indexOf('\0') > 0 // a patient code may start so too
                || starts(text, "\u007fELF", "#!", "L\0\0\0\u0001\u0014\u0002\0")) {
            return EXECUTABLE;
        }
        if (isCms(text)) {
            return CMS;
        }
        if (starts(text, "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\b")) {
            return ZIP;
        }
        return isMarkup(text) ? markup(text) : sniffRest(text);
    }

    private static Kind sniffRest(String text) {
        if (text.startsWith("DICM", DICOM_PREAMBLE)) {
            return DICOM;
        }
        if (text.substring(0, Math.min(text.length(), PDF_WITHIN)).contains("%PDF-")) {
            return PDF;
        }
        if (starts(text, "{\\rtf")) {
            return RTF;
        }
        if (starts(text, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE;
        }
        if (starts(text, "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "II*\0", "MM\0*")) {
            return IMAGE;
        }
        return text.indexOf('\0') >= 0 && !isUtf16(text) ? BINARY : TEXT;
    }

    /** What the name, or else the media type, claims; empty when it claims nothing that can be checked. */
    static Optional<Kind> declared(PartHeader header) {
        return header.fileName().flatMap(Kind::byExtension).or(() -> byMediaType(header.type()));
    }

    /** Programs that have no telling first bytes. */
    static boolean isScriptName(String name) {
        return switch (extension(name)) {
            case "js", "jse", "vbs", "vbe", "wsf", "hta", "scr", "bat", "cmd", "ps1", "lnk", "jar", "iso", "exe" ->
                true;
            default -> false;
        };
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Kind> byExtension(String name) {
        return switch (extension(name)) {
            case "pdf" -> Optional.of(PDF);
            case "zip", "docx", "xlsx", "odt" -> Optional.of(ZIP);
            case "xml" -> Optional.of(XML);
            case "dcm" -> Optional.of(DICOM);
            case "rtf" -> Optional.of(RTF);
            case "png", "jpg", "jpeg", "gif", "tif", "tiff" -> Optional.of(IMAGE);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> byMediaType(String type) {
        return switch (type) {
            case "application/pdf" -> Optional.of(PDF);
            case "application/zip" -> Optional.of(ZIP);
            case "application/xml", "text/xml", "application/hl7-cda+xml" -> Optional.of(XML);
            case "application/dicom" -> Optional.of(DICOM);
            case "image/png", "image/jpeg", "image/gif", "image/tiff" -> Optional.of(IMAGE);
            default -> Optional.empty();
        };
    }

    private static boolean isCms(String text) {
        String head = text.substring(0, Math.min(text.length(), 40));
        return head.startsWith("-----BEGIN PKCS7")
                || head.startsWith("-----BEGIN CMS")
                // SEQUENCE, then an object identifier of PKCS #7 (1.2.840.113549.1.7). RFC 5652 3
                || head.startsWith("0") && head.contains("*\u0086H\u0086\u00f7\r\u0001\u0007");
    }

    private static boolean isUtf16(String text) {
        return text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
    }

    private static boolean isMarkup(String text) {
        String start = trimmed(text);
        return start.length() > 1
                && start.charAt(0) == '<'
                && (Character.isLetter(start.charAt(1)) || start.charAt(1) == '?' || start.charAt(1) == '!');
    }

    private static Kind markup(String text) {
        String start = trimmed(text);
        start = start.substring(0, Math.min(start.length(), 40)).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html") ? HTML : XML;
    }

    private static String trimmed(String text) {
        String head = text.substring(0, Math.min(text.length(), 2048));
        if (isUtf16(head)) {
            head = head.substring(2).replace("\0", "");
        }
        return (head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head).stripLeading();
    }

    private static boolean starts(String text, String... magics) {
        for (String magic : magics) {
            if (text.startsWith(magic)) {
                return true;
            }
        }
        return false;
    }
}
