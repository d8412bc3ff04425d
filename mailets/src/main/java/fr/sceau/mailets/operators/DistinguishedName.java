package fr.sceau.mailets.operators;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * A certificate's subject as a set of relative names, so that the order, the case, the kind of spaces and the way of
 * quoting do not matter (RFC 4518 2: the lists of the trust space write the same name in several ways).
 */
public record DistinguishedName(Set<Set<String>> relativeNames) {
    public DistinguishedName {
        relativeNames = Set.copyOf(relativeNames);
    }

    /** @throws IllegalArgumentException when the text is no distinguished name */
    public static DistinguishedName parse(String text) {
        return of(new X500Name(BCStyle.INSTANCE, text));
    }

    public static DistinguishedName of(X500Principal subject) {
        return of(X500Name.getInstance(subject.getEncoded()));
    }

    private static DistinguishedName of(X500Name name) {
        if (name.getRDNs().length == 0) {
            throw new IllegalArgumentException("empty name");
        }
        return new DistinguishedName(
                Arrays.stream(name.getRDNs()).map(DistinguishedName::values).collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> values(RDN rdn) {
        return Arrays.stream(rdn.getTypesAndValues())
                .map(DistinguishedName::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String value(AttributeTypeAndValue value) {
        String text = IETFUtils.valueToString(value.getValue());
        // valueToString escapes as RFC 4514 does; the escapes go with the rest of the punctuation of writing.
        String plain = Normalizer.normalize(text.replace("\\", ""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
        return value.getType().getId() + "=" + plain;
    }
}
