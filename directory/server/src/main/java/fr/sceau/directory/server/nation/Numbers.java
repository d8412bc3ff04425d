package fr.sceau.directory.server.nation;

/** Identifiers of invented people and structures: well formed, each for one of them, and recognisable as invented. */
final class Numbers {
    private Numbers() {}

    /** Eleven digits in the range of test identities, the last one a check digit. */
    static String rpps(long person) {
        return checked("99" + padded(person, 8));
    }

    /** Nine characters; in Corsica one is a letter. */
    static String adeli(long person, String department) {
        return department.substring(0, 2) + padded(person, 7);
    }

    static String finess(long structure, String department) {
        return checked(department.substring(0, 2) + padded(structure % 1_000_000, 6));
    }

    static String siren(long structure) {
        return checked(padded(30_000_000 + structure, 8));
    }

    static String siret(long structure) {
        return checked(siren(structure) + "0001");
    }

    /** What registers give to a practice that has neither FINESS nor SIRET. */
    static String technical(long structure) {
        return "R1010" + padded(structure, 9);
    }

    static String card(long person) {
        return "2" + padded(person, 9);
    }

    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** ISO/IEC 7812-1 annex B; letters, as in Corsican numbers, count as nothing. */
    private static String checked(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Math.max(0, Character.digit(digits.charAt(digits.length() - 1 - i), 10));
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
