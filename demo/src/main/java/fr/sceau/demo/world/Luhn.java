package fr.sceau.demo.world;

/** The check digit of RPPS, SIREN and SIRET numbers (ISO/IEC 7812-1 annex B). */
final class Luhn {
    private Luhn() {}

    static String complete(String digits) {
        for (char check = '0'; check <= '9'; check++) {
            if (holds(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalArgumentException("digits only");
    }

    static boolean holds(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
