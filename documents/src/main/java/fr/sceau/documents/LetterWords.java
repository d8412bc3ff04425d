package fr.sceau.documents;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises a liaison letter by its words. One word alone never decides: a title, then greetings or usual sections. */
final class LetterWords {
    private static final List<String> TITLES = List.of(
            "lettre de liaison",
            "lettre de sortie",
            "lettre d'adressage",
            "compte rendu d'hospitalisation",
            "compte-rendu d'hospitalisation");
    private static final List<String> SECTIONS = List.of(
            "motif d'hospitalisation",
            "motif de l'hospitalisation",
            "synthese medicale",
            "traitement de sortie",
            "traitements a la sortie",
            "traitement a la sortie",
            "suites a donner",
            "antecedents");
    private static final List<String> GREETINGS =
            List.of("cher confrere", "chere consoeur", "cher ami", "chere amie", "madame, monsieur et cher");

    /** Requirement ECO.2.1.6 for the PDF copies: date, type, name, first name. */
    private static final Pattern CONVENTIONAL_NAME = Pattern.compile("\\d{8}_([^_]{1,60})_.*\\.pdf");

    private static final int LINES = 60;
    private static final int MAX_TITLE_LINE = 80;
    private static final int TITLE_POINTS = 6;
    private static final int SECTION_POINTS = 4;
    private static final int GREETING_POINTS = 3;
    private static final int ENOUGH = 9;

    private LetterWords() {}

    /** The title line of a letter; empty when the text is not one. */
    static Optional<String> title(TextLines text) {
        List<String> lines = text.lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .map(line -> line.length() > 200 ? line.substring(0, 200) : line)
                .toList();
        String folded = fold(String.join("\n", lines));
        Optional<String> title = lines.stream().filter(LetterWords::isTitle).findFirst();
        int score = title.isPresent() ? TITLE_POINTS : 0;
        score += SECTION_POINTS
                * (int) SECTIONS.stream().filter(folded::contains).count();
        score += GREETINGS.stream().anyMatch(folded::contains) ? GREETING_POINTS : 0;
        return score >= ENOUGH ? Optional.of(title.map(Titles::displayable).orElse("Lettre")) : Optional.empty();
    }

    /** True when the title inside a PDF, or its conventional file name, says liaison letter. */
    static boolean namesLetter(String fileName, Optional<String> title) {
        if (title.map(LetterWords::isTitle).orElse(false)) {
            return true;
        }
        var name = CONVENTIONAL_NAME.matcher(fold(fileName));
        return name.matches() && TITLES.stream().anyMatch(name.group(1).replace('-', ' ')::contains);
    }

    private static boolean isTitle(String line) {
        String folded = fold(line);
        return line.length() <= MAX_TITLE_LINE && TITLES.stream().anyMatch(folded::startsWith);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .replace("œ", "oe")
                .toLowerCase(Locale.ROOT);
    }
}
