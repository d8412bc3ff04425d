package fr.sceau.documents;

import java.util.regex.Pattern;

/** How much the first twelve lines look like the header of HPRIM Médecin; the dates weigh most. */
final class HprimHeader {
    private static final Pattern DATE = Pattern.compile(
            "(0[1-9]|[12]\\d|3[01])/(0[1-9]|1[0-2])/(\\d{2}|(18|19|20)\\d{2})|(18|19|20)\\d{2}-\\d{2}-\\d{2}");
    private static final Pattern TOWN = Pattern.compile("\\d{5} .+");
    private static final Pattern SOCIAL_NUMBER = Pattern.compile("[123478]\\d{2}[01]\\d[0-9AB]{8}( ?\\d{2})?");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    private static final int MAX_FIELD = 80;

    private HprimHeader() {}

    static int score(TextLines text) {
        return points(text, 7, DATE, 8, -8)
                + points(text, 10, DATE, 4, -4)
                + points(text, 8, SOCIAL_NUMBER, 3, 0)
                + points(text, 1, CODE, 3, 0)
                + points(text, 6, TOWN, 1, 0)
                + name(text.line(2))
                + name(text.line(3));
    }

    private static int points(TextLines text, int line, Pattern pattern, int good, int bad) {
        String field = text.line(line).strip();
        return field.length() <= MAX_FIELD && pattern.matcher(field).matches() ? good : bad;
    }

    private static int name(String line) {
        String name = line.strip();
        return !name.isEmpty() && name.length() <= MAX_FIELD && name.chars().noneMatch(Character::isDigit) ? 1 : 0;
    }
}
