package fr.sceau.bench.letters;

import java.util.Locale;
import java.util.Random;

/** An invented HPRIM result as laboratories write it into a body, ASCII, of about the size asked for. */
final class ResultText {
    private static final String[] ANALYSES = {
        "Sodium|NA",
        "Potassium|K",
        "Chlorures|CL",
        "Creatinine|CREA",
        "Glycemie|GLU",
        "Ferritine|FERR",
        "TSH|TSH",
        "Troponine|TROP",
        "Hemoglobine|HB",
        "Plaquettes|PLQ",
        "Leucocytes|LEUC",
        "Bilirubine|BILI"
    };
    private static final String HEADER = """
            P%06d
            ESSAI
            Patient
            1 rue du Banc
            Batiment A
            99100 VILLEBELLE
            01/02/1970
            2 70 02 99 100 001 42
                  26-%04d
            21/11/2026
            LABPARC   Laboratoire du Parc
            BANC      Medecin DU BANC
            """;
    private static final String END = "****FIN****\n****FINFICHIER****\n";

    private ResultText() {}

    /** Lines end in CRLF. */
    static String of(int number, int octets) {
        Random random = new Random(number);
        StringBuilder report = new StringBuilder();
        StringBuilder coded = new StringBuilder();
        String header = HEADER.formatted(number, number % 10_000);
        int lines = 0;
        while (header.length() + report.length() + coded.length() + END.length() + lines < octets - 120) {
            String[] analysis = ANALYSES[lines % ANALYSES.length].split("\\|");
            String value = String.format(Locale.ROOT, "%.1f", 1 + random.nextInt(2000) / 10.0);
            report.append(String.format("  %-24s %8s  mmol/L   (1 - 200)%n", analysis[0], value));
            coded.append("RES|%s|%s|N|%s|mmol/L|1|200|N|F%n".formatted(analysis[0], analysis[1], value));
            lines += 2;
        }
        String text = header + report + "\n****LAB****\n" + coded + END;
        return text.replace("\r", "").replace("\n", "\r\n");
    }
}
