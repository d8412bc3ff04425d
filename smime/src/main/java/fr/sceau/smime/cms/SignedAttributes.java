package fr.sceau.smime.cms;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
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

    /** Exactly one value for each mandatory attribute, and no contradiction with the rest of the signature. */
    boolean consistent(ASN1ObjectIdentifier contentType, X509CertificateHolder certificate) throws IOException {
        return single(CMSAttributes.contentType).filter(contentType::equals).isPresent()
                && single(CMSAttributes.messageDigest)
                        .filter(ASN1OctetString.class::isInstance)
                        .isPresent()
                && atMostOnce(CMSAttributes.signingTime)
                && namesSameAlgorithms()
                && namesCertificate(certificate);
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
                .orElse(atMostOnce(CMSAttributes.cmsAlgorithmProtect));
    }

    /** Keeps another certificate with the same issuer and number from taking the signer's place. RFC 5035 */
    private boolean namesCertificate(X509CertificateHolder certificate) throws IOException {
        Optional<ASN1Encodable> value = single(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (value.isEmpty()) {
            return atMostOnce(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        }
        ESSCertIDv2[] named = SigningCertificateV2.getInstance(value.get()).getCerts();
        if (named.length == 0) {
            return false;
        }
        byte[] encoded = certificate.getEncoded();
        return DigestAlgorithm.of(named[0].getHashAlgorithm())
                .filter(digest -> MessageDigest.isEqual(digest.create().digest(encoded), named[0].getCertHash()))
                .isPresent();
    }

    private boolean atMostOnce(ASN1ObjectIdentifier type) {
        return table.getAll(type).size() == 0 || single(type).isPresent();
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
