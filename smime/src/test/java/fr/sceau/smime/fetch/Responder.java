package fr.sceau.smime.fetch;

import com.sun.net.httpserver.HttpExchange;
import fr.sceau.smime.trust.Authority;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * An OCSP responder that a test can bend.
 *
 * @param signer whose key signs; enclosed in the answer unless it is the authority itself
 */
record Responder(
        Authority authority,
        Authority signer,
        CertificateStatus status,
        Instant thisUpdate,
        Optional<byte[]> nonce,
        boolean aboutAnother) {

    static Responder of(Authority authority) {
        Instant now = Authority.NOW.minus(Duration.ofMinutes(1));
        return new Responder(authority, authority, CertificateStatus.GOOD, now, Optional.empty(), false);
    }

    /** With a signer whom the authority named for it. */
    static Authority delegate(Authority authority) throws Exception {
        KeyPair pair = Authority.ec();
        X509Certificate certificate = authority.holder(pair, builder -> {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        });
        return holder(authority, pair, certificate);
    }

    static Authority holder(Authority authority, KeyPair pair, X509Certificate certificate) {
        return new Authority(authority.name(), pair, certificate, authority.algorithm());
    }

    Responder signedBy(Authority other) {
        return new Responder(authority, other, status, thisUpdate, nonce, aboutAnother);
    }

    Responder revoked(Instant since) {
        return new Responder(
                authority, signer, new RevokedStatus(Date.from(since), 1), thisUpdate, nonce, aboutAnother);
    }

    Responder ignorant() {
        return new Responder(authority, signer, new UnknownStatus(), thisUpdate, nonce, aboutAnother);
    }

    Responder at(Instant instant) {
        return new Responder(authority, signer, status, instant, nonce, aboutAnother);
    }

    Responder withNonce(byte[] other) {
        return new Responder(authority, signer, status, thisUpdate, Optional.of(other), aboutAnother);
    }

    Responder aboutAnotherCertificate() {
        return new Responder(authority, signer, status, thisUpdate, nonce, true);
    }

    /** Answers the question, its own nonce included unless another is set. */
    Publisher.Page page() {
        return exchange -> Publisher.content(answer(exchange)).answer(exchange);
    }

    private byte[] answer(HttpExchange exchange) throws Exception {
        return answer(new OCSPReq(exchange.getRequestBody().readAllBytes()));
    }

    private byte[] answer(OCSPReq question) throws Exception {
        CertificateID asked = question.getRequestList()[0].getCertID();
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        X509CertificateHolder issuer = new JcaX509CertificateHolder(authority.certificate());
        CertificateID id = new CertificateID(
                digests.get(CertificateID.HASH_SHA1),
                issuer,
                aboutAnother ? asked.getSerialNumber().add(BigInteger.ONE) : asked.getSerialNumber());
        var builder = new BasicOCSPRespBuilder(new RespID(authority.name()));
        builder.addResponse(id, status, Date.from(thisUpdate), Date.from(thisUpdate.plus(Duration.ofHours(12))), null);
        byte[] echoed = nonce.isPresent()
                ? new DEROctetString(nonce.get()).getEncoded()
                : question.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                        .getExtnValue()
                        .getOctets();
        builder.setResponseExtensions(new Extensions(
                new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(echoed))));
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, built(builder))
                .getEncoded();
    }

    private Object built(BasicOCSPRespBuilder builder) throws Exception {
        var contentSigner = new JcaContentSignerBuilder("SHA256withECDSA")
                .build(signer.keys().getPrivate());
        X509CertificateHolder[] chain = signer.equals(authority)
                ? new X509CertificateHolder[0]
                : new X509CertificateHolder[] {new JcaX509CertificateHolder(signer.certificate())};
        return builder.build(contentSigner, chain, Date.from(thisUpdate));
    }

    static byte[] declining() throws Exception {
        OCSPResp response = new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null);
        return response.getEncoded();
    }
}
