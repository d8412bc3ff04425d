package fr.sceau.documents;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

/** What the header of one part declares: hints, which the content confirms or contradicts. */
final class PartHeader {
    private static final int MAX_NAME = 120;

    private String type = "text/plain"; // RFC 2045 5.2
    private String smimeType = "";
    private String disposition = "";
    private Optional<String> dispositionName = Optional.empty();
    private Optional<String> typeName = Optional.empty();

    void add(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        if (name.equals("content-type")) {
            RawBody body = parse(field);
            Map<String, String> parameters = parameters(body);
            type = body.getValue().trim().toLowerCase(Locale.ROOT);
            smimeType = parameters.getOrDefault("smime-type", "").toLowerCase(Locale.ROOT);
            typeName = Optional.ofNullable(parameters.get("name"));
        } else if (name.equals("content-disposition")) {
            RawBody body = parse(field);
            disposition = body.getValue().trim().toLowerCase(Locale.ROOT);
            dispositionName = Optional.ofNullable(parameters(body).get("filename"));
        }
    }

    /** Declared media type, lower case. */
    String type() {
        return type;
    }

    /** Encrypted, or signed in the opaque form: the inside is not for this module to open. RFC 8551 3.2 */
    boolean isEnvelope() {
        return (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime"))
                        && !smimeType.equals("certs-only")
                || type.equals("application/pgp-encrypted");
    }

    boolean isSignature() {
        return type.equals("application/pkcs7-signature")
                || type.equals("application/x-pkcs7-signature")
                || type.equals("application/pgp-signature");
    }

    /** The words of the sender to the reader, or the machine part of a report; not a file. */
    boolean isOrdinaryBody() {
        if (type.equals("message/delivery-status") || type.equals("message/disposition-notification")) {
            return true;
        }
        return type.startsWith("text/")
                && !disposition.equals("attachment")
                && fileName().isEmpty();
    }

    /** The declared name, fit to be shown: no controls, no bidirectional tricks, no path. */
    Optional<String> fileName() {
        return dispositionName.or(() -> typeName).map(PartHeader::displayable).filter(name -> !name.isEmpty());
    }

    private static RawBody parse(Field field) {
        RawField raw = field instanceof RawField r ? r : new RawField(field.getName(), field.getBody());
        return RawFieldParser.DEFAULT.parseRawBody(raw);
    }

    private static Map<String, String> parameters(RawBody body) {
        MimeParameterMapping mapping = new MimeParameterMapping(); // RFC 2231 3 and 4
        body.getParams().forEach((NameValuePair pair) -> mapping.addParameter(pair.getName(), pair.getValue()));
        Map<String, String> decoded = new HashMap<>();
        for (NameValuePair pair : body.getParams()) {
            String name = pair.getName().toLowerCase(Locale.ROOT);
            int star = name.indexOf('*');
            String base = star < 0 ? name : name.substring(0, star);
            String value = mapping.get(base);
            if (value != null) {
                decoded.put(base, value);
            }
        }
        return decoded;
    }

    private static String displayable(String declared) {
        String name = DecoderUtil.decodeEncodedWords(declared, StandardCharsets.UTF_8); // RFC 2047
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        name.codePoints().filter(PartHeader::isDisplayable).limit(MAX_NAME).forEach(safe::appendCodePoint);
        return safe.toString().strip();
    }

    private static boolean isDisplayable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
