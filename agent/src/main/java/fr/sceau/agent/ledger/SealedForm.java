package fr.sceau.agent.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the header of a sealed message says.
 *
 * @param messageId with its angle brackets; empty when there is none
 * @param encrypted whether the body is CMS rather than clear-signed. RFC 8551 3.3
 */
record SealedForm(String messageId, boolean encrypted) {

    static SealedForm of(Path sealed) throws IOException {
        String messageId = "";
        boolean encrypted = false;
        try (BufferedReader reader = Files.newBufferedReader(sealed, StandardCharsets.ISO_8859_1)) {
            StringBuilder field = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith(" ") && !line.startsWith("\t")) {
                    messageId = messageId.isEmpty() ? value(field, "message-id:") : messageId;
                    encrypted |= value(field, "content-type:")
                            .toLowerCase(Locale.ROOT)
                            .startsWith("application/pkcs7-mime");
                    field.setLength(0);
                }
                if (line.isEmpty()) {
                    break;
                }
                field.append(line); // RFC 5322 2.2.3: unfolding removes the line end only
            }
        }
        return new SealedForm(messageId, encrypted);
    }

    private static String value(CharSequence field, String name) {
        String text = field.toString();
        return text.toLowerCase(Locale.ROOT).startsWith(name)
                ? text.substring(name.length()).strip()
                : "";
    }
}
