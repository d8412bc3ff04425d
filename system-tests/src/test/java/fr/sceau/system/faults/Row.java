package fr.sceau.system.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One fault of the matrix.
 *
 * @param answers what the sending clients heard meanwhile, with how often
 * @param back seconds until mail was accepted again
 */
record Row(String fault, Map<String, Integer> answers, double back, int lost, int duplicates, int spoilt, int reused) {

    static String table(List<Row> rows) {
        return "| Défaut | Réponses aux expéditeurs | Reprise | Perdus | Doublons | Drapeaux et dépôts perdus | UID repris |\n"
                + "|---|---|---:|---:|---:|---:|---:|\n"
                + rows.stream().map(Row::line).collect(Collectors.joining("\n"));
    }

    private String line() {
        String heard = answers.entrySet().stream()
                .map(answer -> answer.getKey() + " × " + answer.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                "| %s | %s | %.1f s | %d | %d | %d | %d |", fault, heard, back, lost, duplicates, spoilt, reused);
    }

    /** No loss, no second copy, nothing refused for good. */
    boolean clean() {
        return lost == 0
                && duplicates == 0
                && spoilt == 0
                && reused == 0
                && answers.keySet().stream().noneMatch(answer -> answer.startsWith("5"));
    }
}
