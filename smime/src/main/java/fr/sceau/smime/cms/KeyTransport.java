package fr.sceau.smime.cms;

import fr.sceau.smime.engine.Engine;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.KeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.AsymmetricKeyWrapper;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OperatorException;

/** The content key, encrypted with the RSA key of a recipient. RFC 5652 6.2.1 */
final class KeyTransport extends KeyTransRecipientInfoGenerator {
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

    /** Parameters are written out: left away they would mean SHA-1. RFC 4055 4.1 */
    private static final AlgorithmIdentifier OAEP = new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            new RSAESOAEPparams(
                    SHA256,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                    RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));

    private static final OAEPParameterSpec OAEP_SHA256 =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private static final AlgorithmIdentifier PKCS1 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

    private KeyTransport(X509Certificate certificate, AsymmetricKeyWrapper wrapper)
            throws CertificateEncodingException {
        super(new IssuerAndSerialNumber(new JcaX509CertificateHolder(certificate).toASN1Structure()), wrapper);
    }

    /** PKCS#1 v1.5, which every client opens. */
    static KeyTransport pkcs1(X509Certificate certificate) throws CertificateEncodingException {
        return new KeyTransport(certificate, new Wrapper(certificate, PKCS1, "RSA/ECB/PKCS1Padding", Optional.empty()));
    }

    static KeyTransport oaep(X509Certificate certificate) throws CertificateEncodingException {
        return new KeyTransport(
                certificate, new Wrapper(certificate, OAEP, "RSA/ECB/OAEPPadding", Optional.of(OAEP_SHA256)));
    }

    private static final class Wrapper extends AsymmetricKeyWrapper {
        private final PublicKey holder;
        private final String transformation;
        private final Optional<OAEPParameterSpec> parameters;

        Wrapper(
                X509Certificate certificate,
                AlgorithmIdentifier algorithm,
                String transformation,
                Optional<OAEPParameterSpec> parameters) {
            super(algorithm);
            this.holder = certificate.getPublicKey();
            this.transformation = transformation;
            this.parameters = parameters;
        }

        @Override
        public byte[] generateWrappedKey(GenericKey contentKey) throws OperatorException {
            try {
                byte[] plain = (byte[]) contentKey.getRepresentation();
                return Engine.current().encrypted(transformation, holder, parameters, plain);
            } catch (GeneralSecurityException e) {
                throw new OperatorException("the content key cannot be encrypted", e);
            }
        }
    }
}
