package fr.sceau.smime;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.smime.SMIMECapability;

/**
 * What a recipient is known to open beyond what every client opens (AES-CBC, RSA PKCS#1 v1.5). What is not known is taken
 * for absent.
 *
 * @param gcm AuthEnvelopedData with AES-256-GCM
 * @param oaep RSAES-OAEP with SHA-256
 */
public record Capabilities(boolean gcm, boolean oaep) {
    public static final Capabilities UNKNOWN = new Capabilities(false, false);

    private static final String EXTENSION = "1.2.840.113549.1.9.15"; // RFC 4262

    /** By the certificate's own statement; an unreadable one says nothing. RFC 4262 */
    public static Capabilities of(X509Certificate certificate) {
        return ExtensionValue.read(certificate, EXTENSION, Capabilities::read, UNKNOWN, UNKNOWN);
    }

    /** @param encoded SMIMECapabilities. RFC 8551 2.5.2 */
    private static Capabilities read(byte[] encoded) {
        List<SMIMECapability> all = new ArrayList<>();
        for (ASN1Encodable capability : ASN1Sequence.getInstance(encoded)) {
            all.add(SMIMECapability.getInstance(capability));
        }
        return new Capabilities(
                all.stream().anyMatch(known -> known.getCapabilityID().equals(NISTObjectIdentifiers.id_aes256_GCM)),
                all.stream().anyMatch(Capabilities::isOaep));
    }

    /** Capabilities are named with the parameters that the algorithm would have. RFC 4055 section 5 */
    private static boolean isOaep(SMIMECapability capability) {
        return capability.getCapabilityID().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
                && Optional.ofNullable(capability.getParameters())
                        .map(RSAESOAEPparams::getInstance)
                        .map(parameters -> parameters.getHashAlgorithm().getAlgorithm())
                        .filter(NISTObjectIdentifiers.id_sha256::equals)
                        .isPresent();
    }

    /** What both open. */
    Capabilities and(Capabilities other) {
        return new Capabilities(gcm && other.gcm, oaep && other.oaep);
    }
}
