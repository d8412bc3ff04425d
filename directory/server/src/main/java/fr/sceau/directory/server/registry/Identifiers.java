package fr.sceau.directory.server.registry;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.util.Locale;
import java.util.regex.Pattern;

/** The identifiers of persons and structures. */
final class Identifiers {
    private static final String ADELI = "0";
    private static final String RPPS = "8";
    private static final int ADELI_LENGTH = 9;
    private static final Pattern RPPS_SHAPE = Pattern.compile("\\d{11}");
    private static final Pattern ID_NAT_SHAPE = Pattern.compile("\\d[0-9A-Za-z/.-]{5,40}");

    private Identifiers() {}

    /** {@code IdNat_PS}: type digit and identifier. */
    static String idNatPs(String type, String identifier, String declared) throws BadRow {
        String idNat = type + identifier;
        boolean zerosLost = type.equals(ADELI) && identifier.length() < ADELI_LENGTH && !declared.equals(idNat);
        if (zerosLost && declared.equals(type + "0".repeat(ADELI_LENGTH - identifier.length()) + identifier)) {
            idNat = declared;
        }
        if (!idNat.equals(declared)) {
            throw new BadRow("national identification is not type and identifier");
        }
        return checkedIdNatPs(idNat);
    }

    /** The declared {@code IdNat_PS} of a file of trials. */
    static String asWritten(String declared) throws BadRow {
        if (!ID_NAT_SHAPE.matcher(declared).matches()) {
            throw new BadRow("national identification malformed");
        }
        return declared;
    }

    /** An {@code IdNat_PS} alone. */
    static String checkedIdNatPs(String idNat) throws BadRow {
        if (!ID_NAT_SHAPE.matcher(idNat).matches()) {
            throw new BadRow("national identification malformed");
        }
        if (idNat.startsWith(RPPS) && !isRpps(idNat.substring(1))) {
            throw new BadRow("RPPS number malformed");
        }
        return idNat;
    }

    static boolean isRpps(String number) {
        return RPPS_SHAPE.matcher(number).matches() && luhn(number);
    }

    /** ISO/IEC 7812-1 annex B: every second digit from the right is doubled. */
    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** {@code IdNat_Struct} of a type (digit or word) and a number that may already carry its type digit. */
    static String structure(String type, String number) {
        String digit =
                switch (type.toUpperCase(Locale.ROOT)) {
                    case "1", "FINESS" -> "1";
                    case "2", "SIREN" -> "2";
                    case "3", "SIRET" -> "3";
                    default -> type;
                };
        boolean typed = number.startsWith(digit) && number.length() == typedLength(digit);
        return number.isEmpty() || typed ? number : digit + number;
    }

    private static int typedLength(String digit) {
        return switch (digit) {
            case "1", "2" -> 10;
            case "3" -> 15;
            default -> -1;
        };
    }
}
