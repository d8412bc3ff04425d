package fr.sceau.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * HPRIM Médecin: twelve lines without labels, a text, then maybe structured results between markers. Senders differ, so
 * the header is scored, not required.
 */
final class HprimMedecin {
    private static final String END = "****fin****";
    private static final String END_OF_FILE = "****finfichier****";
    private static final String RESULTS = "****lab****";
    private static final int ENOUGH = 10;
    private static final int ENOUGH_RESULTS = 2;

    private HprimMedecin() {}

    static Optional<Finding> find(TextLines text) {
        List<String> lines = text.lines().stream()
                .map(line -> line.length() > 300 ? line.substring(0, 300) : line)
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean marked = lines.contains(END) || lines.contains(END_OF_FILE) || lines.contains(RESULTS);
        if (!marked && HprimHeader.score(text) < ENOUGH && resultLines(lines) < ENOUGH_RESULTS) {
            return Optional.empty();
        }
        Finding finding = Finding.of(DocumentType.HPRIM_MEDECIN);
        if (lines.stream().filter(END::equals).count() > 1) {
            finding = finding.with(Flags.SEVERAL_MESSAGES);
        }
        return Optional.of(endsWell(lines) ? finding : finding.with(Flags.INCOMPLETE));
    }

    private static long resultLines(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("res|")
                        && line.chars().filter(c -> c == '|').count() >= 3)
                .count();
    }

    /** The last end mark precedes the end of the file with nothing but blanks between and after. */
    private static boolean endsWell(List<String> lines) {
        int end = lines.lastIndexOf(END_OF_FILE);
        int last = end < 0 ? -1 : lastFilled(lines, end - 1);
        return last >= 0
                && (lines.get(last).equals(END) || lines.get(last).equals(END_OF_FILE))
                && lastFilled(lines, lines.size() - 1) == end;
    }

    private static int lastFilled(List<String> lines, int from) {
        int at = from;
        while (at >= 0 && lines.get(at).isEmpty()) {
            at--;
        }
        return at;
    }
}
