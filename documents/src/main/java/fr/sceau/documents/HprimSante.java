package fr.sceau.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** HPRIM Santé 2.x: a header segment H that declares its delimiters, a context and a version. */
final class HprimSante {
    private static final Set<String> CONTEXTS = Set.of("ORU", "ORM", "ORA", "ADM", "FAC", "REG", "ERR");
    private static final int LINES_BEFORE_HEADER = 5;

    private HprimSante() {}

    static boolean matches(TextLines text) {
        return header(text).map(HprimSante::isHeader).orElse(false);
    }

    static Finding finding(TextLines text) {
        String header = header(text).orElseThrow();
        String separator = header.substring(1, 2);
        Finding finding = Finding.of(DocumentType.HPRIM_SANTE);
        if (count(text, "P" + separator) > 1) {
            finding = finding.with(Flags.SEVERAL_MESSAGES);
        }
        if (count(text, "L" + separator) == 0) {
            finding = finding.with(Flags.INCOMPLETE);
        }
        List<String> mode = fields(header, 10, 14);
        return mode.contains("T") || mode.contains("D") ? finding.with(Flags.TEST_MODE) : finding;
    }

    /** The segment may come after a start-of-text mark, blank lines or a line with the file's name. */
    private static Optional<String> header(TextLines text) {
        return text.lines().stream()
                .limit(LINES_BEFORE_HEADER)
                .map(line -> line.startsWith("\u0002") ? line.substring(1) : line)
                .filter(line -> line.length() > 6 && line.charAt(0) == 'H' && isDelimiters(line.substring(1, 5)))
                .findFirst();
    }

    private static boolean isHeader(String header) {
        boolean version = fields(header, 10, 15).stream().anyMatch(field -> field.startsWith("H2."));
        return version || fields(header, 5, 9).stream().anyMatch(CONTEXTS::contains);
    }

    /** Fields of the header; a few places wide, because headers with one separator too many exist. */
    private static List<String> fields(String header, int from, int to) {
        String[] fields = header.split(Pattern.quote(header.substring(1, 2)), 20);
        return Arrays.asList(fields).subList(Math.min(from, fields.length), Math.min(to, fields.length));
    }

    private static boolean isDelimiters(String start) {
        return start.chars().noneMatch(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c));
    }

    private static long count(TextLines text, String start) {
        return text.lines().stream().filter(line -> line.startsWith(start)).count();
    }
}
