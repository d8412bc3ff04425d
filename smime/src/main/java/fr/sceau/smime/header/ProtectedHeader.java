package fr.sceau.smime.header;

import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.HeaderField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header fields that a sender put under the protection of the signature or encryption, by copying them into the
 * payload. RFC 9788. Worth what the layer around the payload is worth: the verdict says whether it is signed.
 *
 * @param intent what the sender said of them
 * @param fields without those about content
 * @param outer what the sender says to have left outside, for {@link Intent#CIPHER} only
 */
public record ProtectedHeader(Intent intent, Header fields, Header outer) {
    /** What the sender meant. */
    public enum Intent {
        /** Signed, nothing hidden. */
        CLEAR,
        /** Encrypted; what {@code outer} does not repeat was to be hidden. */
        CIPHER,
        /** Not stated: the scheme before RFC 9788. */
        UNSTATED
    }

    /** @param payload header of the entity inside all signatures and encryption; empty if it protects nothing */
    public static Optional<ProtectedHeader> of(Header payload) {
        ContentType type = ContentType.of(payload);
        if (!payload.wellFormed() || !type.unambiguous()) {
            return Optional.empty();
        }
        return intent(type)
                .map(intent -> new ProtectedHeader(
                        intent,
                        payload.only(field ->
                                !field.describesContent() && !field.is("MIME-Version") && !field.is("HP-Outer")),
                        intent == Intent.CIPHER ? outer(payload) : new Header(List.of(), true)));
    }

    private static Optional<Intent> intent(ContentType type) {
        Optional<String> hp = type.parameter("hp").map(value -> value.toLowerCase(Locale.ROOT));
        if (hp.isPresent()) {
            return hp.get().equals("clear")
                    ? Optional.of(Intent.CLEAR)
                    : hp.filter("cipher"::equals).map(cipher -> Intent.CIPHER);
        }
        return type.parameter("protected-headers").filter("v1"::equals).map(older -> Intent.UNSTATED);
    }

    /** {@code HP-Outer: Name: value}. RFC 9788 2.2 */
    private static Header outer(Header payload) {
        List<HeaderField> fields = new ArrayList<>();
        for (String value : payload.values("HP-Outer")) {
            int colon = value.indexOf(':');
            if (colon > 0) {
                fields.add(HeaderField.of(
                        value.substring(0, colon).strip(),
                        value.substring(colon + 1).strip()));
            }
        }
        return new Header(fields, true);
    }

    /** The subject that its author wrote. */
    public Optional<String> subject() {
        return single("Subject");
    }

    /** Value of the field of that name, if there is exactly one. */
    public Optional<String> single(String name) {
        List<String> values = fields.values(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Whether the sender kept that field from being read outside. RFC 9788 4.3 */
    public boolean hides(String name) {
        return intent == Intent.CIPHER && !fields.values(name).equals(outer.values(name));
    }
}
