package fr.sceau.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** HL7 v2: segments led by MSH, MSH-1 being the field separator. HL7 v2.5 2.5.4 */
final class Hl7Message {
    private static final int MAX_PAYLOADS = 20;
    private static final String PAYLOAD_MARK = "^Base64^";

    private Hl7Message() {}

    static boolean matches(TextLines text) {
        List<String> segments = firstSegments(text);
        if (segments.isEmpty() || !isHeader(segments.get(0))) {
            return false;
        }
        char separator = segments.get(0).charAt(3);
        return segments.size() > 1 && isSegment(segments.get(1), separator);
    }

    static Finding finding(TextLines text) {
        long messages =
                text.lines().stream().filter(line -> line.startsWith("MSH")).count();
        String header = firstSegments(text).get(0);
        String[] fields = header.split(java.util.regex.Pattern.quote(header.substring(3, 4)), 12);
        Optional<String> type = Optional.of(Titles.displayable(fields.length > 8 ? fields[8] : ""))
                .filter(shown -> !shown.isEmpty());
        Finding finding = Finding.of(DocumentType.HL7_V2).titled(type); // MSH-9
        finding = messages > 1 ? finding.with(Flags.SEVERAL_MESSAGES) : finding;
        return fields.length > 10 && (fields[10].equals("T") || fields[10].equals("D")) // MSH-11
                ? finding.with(Flags.TEST_MODE)
                : finding;
    }

    /** Documents carried in OBX-5 as encapsulated data, still in base64. HL7 v2.5 2.A.24 */
    static List<String> payloads(TextLines text) {
        List<String> payloads = new ArrayList<>();
        for (String line : text.lines()) {
            int mark = line.startsWith("OBX") ? line.indexOf(PAYLOAD_MARK) : -1;
            if (mark >= 0 && payloads.size() < MAX_PAYLOADS) {
                int start = mark + PAYLOAD_MARK.length();
                int end = line.indexOf(line.charAt(3), start);
                payloads.add(line.substring(start, end < 0 ? line.length() : end));
            }
        }
        return payloads;
    }

    private static List<String> firstSegments(TextLines text) {
        return text.lines().stream()
                .map(line -> line.startsWith("\u000b") ? line.substring(1) : line) // MLLP start of block
                .filter(line -> !line.isBlank())
                .limit(3)
                .toList();
    }

    private static boolean isHeader(String line) {
        return line.length() > 8
                && (line.startsWith("MSH") || line.startsWith("FHS") || line.startsWith("BHS"))
                && !Character.isLetterOrDigit(line.charAt(3))
                && !Character.isWhitespace(line.charAt(3));
    }

    private static boolean isSegment(String line, char separator) {
        return line.length() > 3
                && line.charAt(3) == separator
                && Character.isUpperCase(line.charAt(0))
                && line.substring(0, 3).chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }
}
