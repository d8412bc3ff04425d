package fr.sceau.smime;

import java.security.cert.X509Extension;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;

/** Reads what stands in an extension of a certificate or list, whoever wrote it. RFC 5280 4.2 */
public final class ExtensionValue {
    private ExtensionValue() {}

    /**
     * @param parser reads everything at once; it is given the DER value inside the octet string
     * @param absent the answer where the extension is not there
     * @param unreadable the answer where it breaks the parser
     */
    public static <T> T read(X509Extension holder, String oid, Function<byte[], T> parser, T absent, T unreadable) {
        byte @Nullable [] extension = holder.getExtensionValue(oid);
        if (extension == null) {
            return absent;
        }
        try {
            return parser.apply(ASN1OctetString.getInstance(extension).getOctets());
        } catch (RuntimeException broken) { // the parsers answer hostile input with exceptions of many kinds
            return unreadable;
        }
    }
}
