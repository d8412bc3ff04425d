package fr.sceau.system.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

/**
 * A message in clear, about an invented patient: what the logs must not repeat is in its subject, text and attachment.
 *
 * @param id Message-ID without its angle brackets
 */
public record Letter(String id, String from, String to, String subject, String text) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

    /** A result for the doctor at that address. */
    public static Letter result(String from, String to) {
        String id = UUID.randomUUID() + "@" + from.substring(from.indexOf('@') + 1);
        String subject = "Résultats de " + Patient.NAME;
        String text = "Cher confrère,\r\nvoici les résultats de " + Patient.NAME + " (INS " + Patient.INS + ").\r\n";
        return new Letter(id, from, to, subject, text);
    }

    /** The whole message. */
    public byte[] bytes() {
        return (header() + entity()).getBytes(StandardCharsets.US_ASCII);
    }

    /** From, To and the like, without any Content field. */
    public String header() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        return String.join(
                "\r\n",
                "From: <" + from + ">",
                "To: <" + to + ">",
                "Subject: =?UTF-8?B?" + base64(subject) + "?=",
                "Date: " + date,
                "Message-ID: <" + id + ">",
                "MIME-Version: 1.0",
                "");
    }

    /** Content fields and body: what a signature is made over. */
    public String entity() {
        return String.join(
                "\r\n",
                "Content-Type: multipart/mixed; boundary=\"parties\"",
                "",
                "--parties",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                LINES.encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                "--parties",
                "Content-Type: text/plain; name=\"resultat.txt\"",
                "Content-Disposition: attachment; filename=\"resultat.txt\"",
                "Content-Transfer-Encoding: base64",
                "",
                LINES.encodeToString(("Glycémie : 0,92 g/L pour " + Patient.NAME).getBytes(StandardCharsets.UTF_8)),
                "--parties--",
                "");
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }
}
