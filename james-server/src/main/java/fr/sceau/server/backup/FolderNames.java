package fr.sceau.server.backup;

import fr.sceau.server.accounts.AccountSessions;
import fr.sceau.server.shared.Names;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Mailbox names as folders of a ZIP: the levels of the hierarchy, without what a file system would understand otherwise. */
final class FolderNames {
    private static final String HIERARCHY = String.valueOf(AccountSessions.DELIMITER);
    private static final int LONGEST = 200;

    private FolderNames() {}

    /** {@code Dr. Petit/À: classer} gives {@code Dr. Petit/À%3A classer}. */
    static String toFolder(String mailbox) {
        return Arrays.stream(mailbox.split(HIERARCHY, -1))
                .map(FolderNames::level)
                .collect(Collectors.joining("/"));
    }

    /** Whether a name that comes from outside may become a mailbox; below {@value Names#ROOT} nobody would find it. */
    static boolean acceptable(String mailbox) {
        return mailbox.length() <= LONGEST
                && !mailbox.startsWith("#")
                && !(mailbox + HIERARCHY).startsWith(Names.prefix())
                && mailbox.chars().noneMatch(letter -> letter < ' ' || letter == 0x7f || letter == '%' || letter == '*')
                && Arrays.stream(mailbox.split(HIERARCHY, -1)).noneMatch(String::isEmpty);
    }

    private static String level(String name) {
        if (name.equals(".") || name.equals("..")) {
            return name.replace(".", "%2E");
        }
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
