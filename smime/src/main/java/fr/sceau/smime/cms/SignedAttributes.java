package fr.sceau.smime.cms;

import fr.sceau.smime.SignatureVerdict.Fault;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;

/** The attributes that one signature covers. RFC 5652 section 11 */
final class SignedAttributes {
    private static final List<ASN1ObjectIdentifier> KNOWN = List.of(
            CMSAttributes.contentType,
            CMSAttributes.messageDigest,
            CMSAttributes.signingTime,
            CMSAttributes.cmsAlgorithmProtect,
            PKCSObjectIdentifiers.id_aa_signingCertificateV2);

    private final AttributeTable table;
    private final SignerInformation signer;

    private SignedAttributes(AttributeTable table, SignerInformation signer) {
        this.table = table;
        this.signer = signer;
    }

    /**
     * Empty if there are none. A signature straight over the content is legal CMS but refused: the content could be
     * somebody's signed attributes.
     */
    static Optional<SignedAttributes> of(SignerInformation signer) {
        return Optional.ofNullable(signer.getSignedAttributes()).map(table -> new SignedAttributes(table, signer));
    }

    /** Each mandatory attribute once, with one value, and no contradiction with the rest of the signature. */
    Optional<Fault> fault(ASN1ObjectIdentifier contentType, X509CertificateHolder certificate) {
        if (KNOWN.stream().anyMatch(this::isRepeated)) {
            return Optional.of(Fault.DUPLICATE_ATTRIBUTE);
        }
        Optional<ASN1Encodable> type = single(CMSAttributes.contentType);
        Optional<ASN1Encodable> digest = single(CMSAttributes.messageDigest);
        if (type.isEmpty() || digest.isEmpty()) {
            return Optional.of(Fault.MISSING_ATTRIBUTE);
        }
        if (!contentType.equals(type.get())) {
            return Optional.of(Fault.CONTENT_TYPE_MISMATCH);
        }
        if (!(digest.get() instanceof ASN1OctetString)
                || KNOWN.stream().anyMatch(this::isHollow)
                || !namesSameAlgorithms()) {
            return Optional.of(Fault.ATTRIBUTES_INVALID);
        }
        return namesCertificate(certificate) ? Optional.empty() : Optional.of(Fault.CERTIFICATE_SUBSTITUTED);
    }

    byte[] messageDigest() {
        return ASN1OctetString.getInstance(single(CMSAttributes.messageDigest).orElseThrow())
                .getOctets();
    }

    Optional<Instant> signingTime() {
        return single(CMSAttributes.signingTime)
                .map(value -> Time.getInstance(value).getDate().toInstant());
    }

    /** RFC 6211. */
    private boolean namesSameAlgorithms() {
        return single(CMSAttributes.cmsAlgorithmProtect)
                .map(CMSAlgorithmProtection::getInstance)
                .map(protection -> protection
                                .getDigestAlgorithm()
                                .getAlgorithm()
                                .equals(signer.getDigestAlgorithmID().getAlgorithm())
                        && protection.getSignatureAlgorithm() != null
                        && protection
                                .getSignatureAlgorithm()
                                .getAlgorithm()
                                .getId()
                                .equals(signer.getEncryptionAlgOID()))
                .orElse(true);
    }

    /** Keeps another certificate with the same issuer and number from taking the signer's place. RFC 5035 */
    private boolean namesCertificate(X509CertificateHolder certificate) {
        Optional<ASN1Encodable> value = single(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (value.isEmpty()) {
            return true;
        }
        ESSCertIDv2[] named = SigningCertificateV2.getInstance(value.get()).getCerts();
        return named.length > 0 && isHashOf(certificate, named[0]);
    }

    private static boolean isHashOf(X509CertificateHolder certificate, ESSCertIDv2 named) {
        try {
            byte[] encoded = certificate.getEncoded();
            return DigestAlgorithm.of(named.getHashAlgorithm())
                    .filter(digest -> MessageDigest.isEqual(digest.create().digest(encoded), named.getCertHash()))
                    .isPresent();
        } catch (IOException e) {
            throw new IllegalArgumentException("a certificate that was parsed has an encoding", e);
        }
    }

    /** More than one instance, or one with more than one value. RFC 5652 11.1, 11.2 */
    private boolean isRepeated(ASN1ObjectIdentifier type) {
        ASN1EncodableVector all = table.getAll(type);
        return all.size() > 1 || all.size() == 1 && valuesOf(all.get(0)) > 1;
    }

    /** There, but without a value. */
    private boolean isHollow(ASN1ObjectIdentifier type) {
        ASN1EncodableVector all = table.getAll(type);
        return all.size() == 1 && valuesOf(all.get(0)) == 0;
    }

    private static int valuesOf(ASN1Encodable attribute) {
        return Attribute.getInstance(attribute).getAttrValues().size();
    }

    /** Empty if the attribute is absent, repeated, or has not exactly one value. RFC 5652 11.1, 11.2 */
    private Optional<ASN1Encodable> single(ASN1ObjectIdentifier type) {
        ASN1EncodableVector all = table.getAll(type);
        if (all.size() != 1) {
            return Optional.empty();
        }
        Attribute attribute = Attribute.getInstance(all.get(0));
        return attribute.getAttrValues().size() == 1
                ? Optional.of(attribute.getAttrValues().getObjectAt(0))
                : Optional.empty();
    }
}
