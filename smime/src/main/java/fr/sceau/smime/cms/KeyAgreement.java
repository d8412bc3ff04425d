package fr.sceau.smime.cms;

import fr.sceau.smime.engine.Engine;
import fr.sceau.smime.engine.FreshAgreement;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInfoGenerator;
import org.bouncycastle.operator.GenericKey;
import org.jspecify.annotations.Nullable;

/** The content key, encrypted with what a key of this message alone and that of a recipient agree on. RFC 5753 3.1.1 */
final class KeyAgreement extends KeyAgreeRecipientInfoGenerator {
    private final KeyAgreeRecipientIdentifier holder;
    private final FreshAgreement agreed;

    private KeyAgreement(ASN1ObjectIdentifier scheme, KeyAgreeRecipientIdentifier holder, FreshAgreement agreed) {
        super(scheme, SubjectPublicKeyInfo.getInstance(agreed.own().getEncoded()), CMSAlgorithm.AES256_WRAP);
        this.holder = holder;
        this.agreed = agreed;
    }

    static KeyAgreement with(X509Certificate certificate, ECPublicKey key) throws GeneralSecurityException {
        var name = new IssuerAndSerialNumber(new JcaX509CertificateHolder(certificate).toASN1Structure());
        return new KeyAgreement(
                scheme(key.getParams().getOrder().bitLength()),
                new KeyAgreeRecipientIdentifier(name),
                Engine.current().agreement(key));
    }

    /** A hash as strong as the curve. RFC 5753 section 7 */
    private static ASN1ObjectIdentifier scheme(int bits) {
        if (bits > 384) {
            return CMSAlgorithm.ECDH_SHA512KDF;
        }
        return bits > 256 ? CMSAlgorithm.ECDH_SHA384KDF : CMSAlgorithm.ECDH_SHA256KDF;
    }

    @Override
    protected ASN1Sequence generateRecipientEncryptedKeys(
            AlgorithmIdentifier agreement, AlgorithmIdentifier wrapping, GenericKey contentKey) throws CMSException {
        try {
            AgreementScheme scheme = AgreementScheme.of(agreement).orElseThrow();
            byte[] plain = (byte[]) contentKey.getRepresentation();
            byte[] wrapped = scheme.wrapped(agreed.secret(), plain);
            return new DERSequence(new RecipientEncryptedKey(holder, new DEROctetString(wrapped)));
        } catch (GeneralSecurityException e) {
            throw new CMSException("the content key cannot be encrypted", e);
        }
    }

    /** The key of this message alone makes every secret another. */
    @Override
    protected byte @Nullable [] getUserKeyingMaterial(AlgorithmIdentifier agreement) {
        return null;
    }
}
