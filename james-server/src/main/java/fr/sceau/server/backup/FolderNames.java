package fr.sceau.server.backup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Mailbox names as folders of a ZIP: the levels of the hierarchy, without what a file system would understand otherwise. */
final class FolderNames {
    private static final String HIERARCHY = "\\.";
    private static final int LONGEST = 200;

    private FolderNames() {}

    /** {@code INBOX.Résultats/2026} gives {@code INBOX/Résultats%2F2026}. */
    static String toFolder(String mailbox) {
        return Arrays.stream(mailbox.split(HIERARCHY, -1))
                .map(FolderNames::level)
                .collect(Collectors.joining("/"));
    }

    /** Whether a name that comes from outside may become a mailbox; a slash is a letter like any other there. */
    static boolean acceptable(String mailbox) {
        return mailbox.length() <= LONGEST
                && !mailbox.startsWith("#")
                && mailbox.chars().noneMatch(letter -> letter < ' ' || letter == 0x7f || letter == '%' || letter == '*')
                && Arrays.stream(mailbox.split(HIERARCHY, -1)).noneMatch(String::isBlank);
    }

    private static String level(String name) {
        StringBuilder level = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0 && (octet < ' ' || octet == 0x7f || "%/\\:*?\"<>|".indexOf(octet) >= 0)) {
                level.append(String.format("%%%02X", octet));
            } else {
                level.append((char) (octet & 0xff));
            }
        }
        String text = new String(level.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.isEmpty() ? "%" : text;
    }
}
