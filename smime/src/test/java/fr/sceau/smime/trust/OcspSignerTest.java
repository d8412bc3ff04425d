package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose answer to which question is kept. RFC 6960 3.2 */
class OcspSignerTest {
    private static final Instant NOW = Authority.NOW;

    private final Authority authority = Authority.root("RACINE");
    private final X509Certificate leaf = authority.leaf();
    private final OcspQuestion question = new OcspQuestion(leaf, authority.certificate());
    private final FetchedAnswers answers;

    OcspSignerTest(@TempDir Path folder) throws Exception {
        this.answers = new FetchedAnswers(folder);
    }

    private byte[] answer(
            X509Certificate about, OcspQuestion echoed, KeyPair keys, String algorithm, X509Certificate enclosed)
            throws Exception {
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(authority.name()));
        Date now = Date.from(NOW);
        builder.addResponse(
                OcspQuestion.id(about, authority.certificate()), CertificateStatus.GOOD, now, null, (Extensions) null);
        builder.setResponseExtensions(
                new Extensions(new OCSPReq(echoed.encoded()).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)));
        var basic = builder.build(
                new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()),
                new X509CertificateHolder[] {new JcaX509CertificateHolder(enclosed)},
                now);
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
    }

    private SourceOutcome offered(byte[] answer) throws Exception {
        return answers.offer(question, answer, NOW);
    }

    private SourceOutcome signedBy(KeyPair keys, String algorithm, X509Certificate enclosed) throws Exception {
        return offered(answer(leaf, question, keys, algorithm, enclosed));
    }

    private static X509Certificate delegate(Authority of, KeyPair keys) throws Exception {
        return of.holder(keys, builder -> {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        });
    }

    @Test
    void an_answer_about_another_certificate_is_none() throws Exception {
        byte[] other =
                answer(authority.leaf(), question, authority.keys(), authority.algorithm(), authority.certificate());
        assertThat(offered(other)).isEqualTo(SourceOutcome.OTHER_CERTIFICATE);
    }

    @Test
    void an_answer_to_another_question_is_none() throws Exception {
        OcspQuestion other = new OcspQuestion(leaf, authority.certificate());
        assertThat(offered(answer(leaf, other, authority.keys(), authority.algorithm(), authority.certificate())))
                .isEqualTo(SourceOutcome.WRONG_NONCE);
        assertThat(signedBy(authority.keys(), authority.algorithm(), authority.certificate()))
                .isEqualTo(SourceOutcome.STORED);
    }

    @Test
    void an_answer_that_no_enclosed_certificate_signed_is_not_believed() throws Exception {
        KeyPair stranger = Authority.ec();
        X509Certificate named = delegate(authority, Authority.ec());
        assertThat(signedBy(stranger, "SHA256withECDSA", named)).isEqualTo(SourceOutcome.BAD_SIGNATURE);
        assertThat(signedBy(Authority.rsa(2048), "SHA256withRSA", named))
                .as("by another kind of key")
                .isEqualTo(SourceOutcome.BAD_SIGNATURE);
    }

    @Test
    void a_signer_that_somebody_else_named_under_the_name_of_the_authority_is_the_wrong_one() throws Exception {
        KeyPair keys = Authority.ec();
        assertThat(signedBy(keys, "SHA256withECDSA", delegate(authority, keys))).isEqualTo(SourceOutcome.STORED);
        Authority borrowed = Authority.root("RACINE");
        assertThat(signedBy(keys, "SHA256withECDSA", delegate(borrowed, keys))).isEqualTo(SourceOutcome.WRONG_SIGNER);
    }

    @Test
    void a_signer_with_a_short_key_is_not_believed() throws Exception {
        KeyPair shortKey = Authority.rsa(1024);
        assertThat(signedBy(shortKey, "SHA256withRSA", delegate(authority, shortKey)))
                .isEqualTo(SourceOutcome.BAD_SIGNATURE);
    }
}
