package fr.sceau.mailets.trace;

import java.util.regex.Pattern;

/** Takes patient identity out of text that leaves the mail itself: logs and traces. */
public final class Masking {
    private static final Pattern PATIENT_ADDRESS =
            Pattern.compile("[^\\s<>\"'(),:;\\[\\]{}=@]+(@|%40)(patient\\.mssante\\.[a-z]+)", Pattern.CASE_INSENSITIVE);

    /** INS: sex, year, month, department (2A and 2B included), commune, order, key; people write it in groups. Not in James' mail names. */
    private static final Pattern INS = Pattern.compile(
            "(?<![0-9])(?<!Mail)[1-9][ .-]?\\d{2}[ .-]?\\d{2}[ .-]?(\\d{2}|2[ABab])[ .-]?\\d{3}[ .-]?\\d{3}[ .-]?\\d{2}(?![0-9])");

    private Masking() {}

    /** The text with patient addresses and INS replaced by stars; anything else is unchanged. */
    public static String mask(String text) {
        String addresses = PATIENT_ADDRESS.matcher(text).replaceAll("***@$2");
        return INS.matcher(addresses).replaceAll("***");
    }
}
