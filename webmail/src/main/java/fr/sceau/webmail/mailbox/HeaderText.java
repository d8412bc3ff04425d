package fr.sceau.webmail.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads header fields as people wrote them; what cannot be decoded is shown as it came. */
final class HeaderText {
    private HeaderText() {}

    static List<Correspondent> correspondents(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(HeaderText::correspondent).toList();
    }

    private static Correspondent correspondent(Address address) {
        if (address instanceof InternetAddress internet) {
            String mail = Optional.ofNullable(internet.getAddress()).orElse("");
            return new Correspondent(unquoted(oneLine(internet.getPersonal())), visible(mail));
        }
        return new Correspondent("", visible(address.toString()));
    }

    /** James' ENVELOPE gives a quoted name with its quotes. */
    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name; // RFC 5322 3.2.4
    }

    /** Decodes RFC 2047 words and drops what would break or hide a line. */
    static String oneLine(@Nullable String raw) {
        return raw == null ? "" : visible(decoded(raw));
    }

    /** An address is shown as it stands: words in it that look encoded would show another one (RFC 2047 5). */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static String decoded(String raw) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException e) {
            return raw;
        }
    }

    /** Media type in lower case; text without one is plain text (RFC 2045 5.2). */
    static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(Optional.ofNullable(part.getContentType()).orElse("text/plain"));
        } catch (ParseException e) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    static String mediaType(Part part) throws MessagingException {
        return type(part).getBaseType().toLowerCase(Locale.ROOT);
    }

    /** The name the sender gave to a part, from either of the two places where it may be. */
    static Optional<String> fileName(Part part) {
        try {
            return Optional.ofNullable(part.getFileName())
                    .map(HeaderText::oneLine)
                    .filter(name -> !name.isEmpty());
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }
}
