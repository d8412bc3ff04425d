package fr.sceau.smime.trust;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** A question to a responder about one certificate, with a nonce of its own. RFC 6960 4.1 */
public final class OcspQuestion {
    private static final int NONCE_OCTETS = 32; // RFC 9654 2.1
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();

    private final X509Certificate certificate;
    private final X509Certificate issuer;
    private final byte[] nonce = new byte[NONCE_OCTETS];

    public OcspQuestion(X509Certificate certificate, X509Certificate issuer) {
        this.certificate = certificate;
        this.issuer = issuer;
        RANDOM.nextBytes(nonce);
    }

    /** What goes to the responder. */
    public byte[] encoded() {
        try {
            DEROctetString value = new DEROctetString(new DEROctetString(nonce).getEncoded());
            Extension extension = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value);
            return new OCSPReqBuilder()
                    .addRequest(id(certificate, issuer))
                    .setRequestExtensions(new Extensions(extension))
                    .build()
                    .getEncoded();
        } catch (IOException | OCSPException e) {
            throw new IllegalStateException("a question cannot be written", e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    X509Certificate issuer() {
        return issuer;
    }

    /** A responder need not send the nonce back (RFC 9654 2.1); one that sends another answers somebody else. */
    boolean fits(BasicOCSPResp answer) {
        Optional<Extension> echoed = Optional.ofNullable(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
        return echoed.map(extension -> extension.getExtnValue().getOctets())
                .map(value -> Arrays.equals(value, encodedNonce()))
                .orElse(true);
    }

    private byte[] encodedNonce() {
        try {
            return new DEROctetString(nonce).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a nonce cannot be written", e);
        }
    }

    /** SHA-1 names the issuer here and protects nothing: it is the one that every responder knows. RFC 5019 2.1.1 */
    static CertificateID id(X509Certificate certificate, X509Certificate issuer) {
        try {
            return new CertificateID(
                    DIGESTS.get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(issuer),
                    certificate.getSerialNumber());
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate cannot be named", e);
        }
    }
}
