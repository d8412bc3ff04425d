package fr.sceau.smime.mime;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/**
 * A media type with its parameters.
 *
 * @param mediaType lower case, such as {@code multipart/signed}
 * @param parameters by lower-case name
 * @param unambiguous false if there are several Content-Type fields, the same parameter twice, or, where it names the
 *     boundary of a signed part, quotes without end or control characters
 */
public record ContentType(String mediaType, Map<String, String> parameters, boolean unambiguous) {
    private static final Set<String> PKCS7 = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Set<String> PKCS7_SIGNATURE =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature");

    private static final Set<String> OPEN_TYPES = Set.of("signed-data", "certs-only", "compressed-data");

    public ContentType {
        parameters = Map.copyOf(parameters);
    }

    /**
     * The type of an entity; {@code text/plain} if it says none. RFC 2045 5.2 Of several, the one that matters here, so
     * that no field hides another.
     */
    public static ContentType of(Header header) {
        List<ContentType> all =
                header.values("Content-Type").stream().map(ContentType::parse).toList();
        if (all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(ContentType::isSmime)
                .findFirst()
                .map(type -> new ContentType(type.mediaType, type.parameters, false))
                .orElseGet(() -> parse("text/plain"));
    }

    private static ContentType parse(String value) {
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(new RawField("Content-Type", value));
        String mediaType = HeaderField.trimmed(body.getValue()).toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        // Where parts end hangs on the boundary; a sloppy name of a file must not keep a sealed message shut.
        boolean unambiguous =
                !mediaType.equals("multipart/signed") || !HeaderField.hasControls(value) && quotesEnd(value);
        for (NameValuePair parameter : body.getParams()) {
            String text = Optional.ofNullable(parameter.getValue()).orElse("");
            unambiguous &= parameters.put(parameter.getName().toLowerCase(Locale.ROOT), text) == null;
        }
        return new ContentType(mediaType, parameters, unambiguous);
    }

    private static boolean quotesEnd(String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return !quoted;
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Signed in clear by S/MIME, or by something that does not say that it is not. RFC 8551 3.5.3 */
    public boolean isClearSigned() {
        return mediaType.equals("multipart/signed")
                && parameter("protocol")
                        .map(protocol -> protocol.strip().toLowerCase(Locale.ROOT))
                        .filter(protocol -> !PKCS7_SIGNATURE.contains(protocol))
                        .isEmpty();
    }

    /** One CMS object: signed, encrypted or certificates; also by file name. RFC 8551 3.9 */
    public boolean isPkcs7() {
        boolean named = parameter("name").orElse("").toLowerCase(Locale.ROOT).endsWith(".p7m");
        return PKCS7.contains(mediaType) || mediaType.equals("application/octet-stream") && named;
    }

    public boolean isPkcs7Signature() {
        return PKCS7_SIGNATURE.contains(mediaType);
    }

    public boolean isSmime() {
        return isClearSigned() || isPkcs7();
    }

    /** A CMS object that does not say that it is signed, certificates or compressed. RFC 8551 3.2.2 */
    public boolean isSealedPkcs7() {
        String smimeType = parameter("smime-type").orElse("").toLowerCase(Locale.ROOT);
        return isPkcs7() && !OPEN_TYPES.contains(smimeType);
    }
}
