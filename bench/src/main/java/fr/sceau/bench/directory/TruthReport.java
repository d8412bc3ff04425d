package fr.sceau.bench.directory;

import fr.sceau.bench.measure.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the answers are worth, and what is not found. */
final class TruthReport {
    private final Server sceau;
    private final Server slapd;
    private final Map<Kind, Finding> ofSceau = new EnumMap<>(Kind.class);
    private final Map<Kind, Finding> ofSlapd = new EnumMap<>(Kind.class);

    TruthReport(Server sceau, Server slapd, Map<Kind, List<Truth>> truths) {
        this.sceau = sceau;
        this.slapd = slapd;
        truths.forEach((kind, all) -> {
            ofSceau.put(kind, Finding.of(sceau, all));
            ofSlapd.put(kind, Finding.of(slapd, all));
        });
    }

    /** Whether every answer of ours is right. */
    boolean print() {
        System.out.println();
        System.out.print(table());
        System.out.println(
                "Coupées : plus de " + Thunderbird.MOST
                        + " réponses ; alors toutes doivent convenir. Cherchée : l'entrée à laquelle pensait qui demande est là.");
        examples(slapd, ofSlapd);
        examples(sceau, ofSceau);
        long inexact = ofSceau.values().stream()
                .mapToLong(finding -> finding.asked() - finding.exact())
                .sum();
        System.out.println();
        return Verdict.print("questions auxquelles Sceau ne répond pas juste", inexact, 0, inexact == 0, "au plus");
    }

    private Table table() {
        Table table = new Table(
                "réponses",
                "serveur",
                "questions",
                "justes",
                "coupées",
                "refusées",
                "entrées manquantes",
                "entrées en trop",
                "cherchée");
        ofSceau.forEach((kind, finding) -> {
            row(table, kind, sceau, finding);
            row(table, kind, slapd, ofSlapd.getOrDefault(kind, finding));
        });
        return table;
    }

    private static void row(Table table, Kind kind, Server server, Finding finding) {
        table.row(
                kind.title(),
                server.name(),
                String.valueOf(finding.asked()),
                String.valueOf(finding.exact()),
                String.valueOf(finding.cut()),
                String.valueOf(finding.refused()),
                String.valueOf(finding.missing()),
                String.valueOf(finding.wrong()),
                String.valueOf(finding.sought()));
    }

    private static void examples(Server server, Map<Kind, Finding> findings) {
        findings.forEach((kind, finding) -> {
            if (!finding.isExact()) {
                System.out.printf("%n%s, %s :%n", server, kind.title());
                finding.examples().forEach(example -> System.out.println("  " + example));
            }
        });
    }
}
