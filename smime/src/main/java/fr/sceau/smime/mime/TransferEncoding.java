package fr.sceau.smime.mime;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** Content-Transfer-Encoding. RFC 2045 section 6 */
public final class TransferEncoding {
    private static final Set<String> PLAIN = Set.of("7bit", "8bit", "binary");

    private TransferEncoding() {}

    /** The encoding in lower case; {@code 7bit} if the entity says none, {@code ambiguous} if it says several. */
    public static String of(Header header) {
        List<String> values = header.values("Content-Transfer-Encoding");
        if (values.size() > 1) {
            return "ambiguous";
        }
        return values.isEmpty() ? "7bit" : withoutComment(values.get(0));
    }

    private static String withoutComment(String value) {
        int comment = value.indexOf('(');
        return HeaderField.trimmed(comment < 0 ? value : value.substring(0, comment))
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the body stands as it is, as that of a multipart has to. RFC 2045 6.4 */
    public static boolean isPlain(Header header) {
        return PLAIN.contains(of(header));
    }

    /** The decoded body; empty if the encoding is unknown. Reading throws IOException on a truncated encoding. */
    public static Optional<InputStream> decode(Header header, InputStream body) {
        return switch (of(header)) {
            case "base64" -> Optional.of(new Base64Source(body));
            case "quoted-printable" -> Optional.of(new QuotedPrintableInputStream(body, true));
            case "7bit", "8bit", "binary" -> Optional.of(body);
            default -> Optional.empty();
        };
    }
}
