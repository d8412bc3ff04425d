package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.trust.Authority.Extensions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of a responder's answer, and for how long. */
class OcspAnswerTest {
    private static final Instant NOW = Authority.NOW;
    private static final Duration DAY = Duration.ofDays(1);

    private final Authority authority = Authority.root("RACINE");
    private final X509Certificate leaf = authority.leaf();

    OcspAnswerTest() throws Exception {}

    private byte[] answer(
            Authority signer, String algorithm, CertificateStatus status, Instant from, @Nullable Instant until)
            throws Exception {
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(authority.name()));
        Date next = until == null ? null : Date.from(until);
        builder.addResponse(OcspQuestion.id(leaf, authority.certificate()), status, Date.from(from), next, null);
        X509CertificateHolder[] enclosed = {new JcaX509CertificateHolder(signer.certificate())};
        var basic = builder.build(
                new JcaContentSignerBuilder(algorithm).build(signer.keys().getPrivate()), enclosed, Date.from(from));
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
    }

    private OcspAnswer read(CertificateStatus status, Instant from, @Nullable Instant until) throws Exception {
        return OcspAnswer.read(
                answer(authority, "SHA256withECDSA", status, from, until), leaf, authority.certificate());
    }

    private static RevokedStatus revoked(Instant at, int reason) {
        return new RevokedStatus(Date.from(at), reason);
    }

    @Test
    void answer_holds_as_long_as_it_says_or_an_hour() throws Exception {
        OcspAnswer dated = read(CertificateStatus.GOOD, NOW, NOW.plus(DAY));
        assertThat(dated.isCurrent(NOW.plus(DAY))).isTrue();
        assertThat(dated.isCurrent(NOW.plus(DAY).plusSeconds(1))).isFalse();
        OcspAnswer undated = read(CertificateStatus.GOOD, NOW, null);
        assertThat(undated.isCurrent(NOW.plus(Duration.ofHours(1)))).isTrue();
        assertThat(undated.isCurrent(NOW.plus(Duration.ofHours(1)).plusSeconds(1)))
                .isFalse();
    }

    /** Responders forget certificates that have expired. */
    @Test
    void answer_that_was_given_after_the_end_of_the_certificate_proves_nothing() throws Exception {
        Instant end = leaf.getNotAfter().toInstant();
        assertThat(read(CertificateStatus.GOOD, end, end.plus(DAY)).isCurrent(end))
                .isTrue();
        Instant after = end.plusSeconds(1);
        assertThat(read(CertificateStatus.GOOD, after, after.plus(DAY)).isCurrent(end))
                .isFalse();
    }

    @Test
    void revocation_looks_back_unless_its_reason_is_harmless() throws Exception {
        Instant then = NOW.minus(DAY);
        assertThat(read(revoked(NOW, CRLReason.keyCompromise), NOW, null).revokes(then))
                .isTrue();
        assertThat(read(revoked(NOW, CRLReason.superseded), NOW, null).revokes(then))
                .isFalse();
        assertThat(read(revoked(NOW, CRLReason.cessationOfOperation), NOW, null).revokes(then))
                .isFalse();
        assertThat(read(revoked(NOW, CRLReason.superseded), NOW, null).revokes(NOW))
                .isTrue();
        CertificateStatus unsaid = new RevokedStatus(new RevokedInfo(new ASN1GeneralizedTime(Date.from(NOW)), null));
        assertThat(read(unsaid, NOW, null).revokes(then)).isTrue();
        assertThat(read(CertificateStatus.GOOD, NOW, null).revokes(NOW)).isFalse();
    }

    @Test
    void responder_that_does_not_know_the_certificate_says_so() throws Exception {
        assertThat(read(CertificateStatus.GOOD, NOW, null).isKnown()).isTrue();
        assertThat(read(revoked(NOW, CRLReason.superseded), NOW, null).isKnown())
                .isTrue();
        assertThat(read(new UnknownStatus(), NOW, null).isKnown()).isFalse();
    }

    private Authority delegate(Extensions extensions) throws Exception {
        KeyPair pair = Authority.ec();
        return new Authority(authority.name(), pair, authority.holder(pair, extensions), "SHA256withECDSA");
    }

    private static void named(JcaX509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    }

    private static void exempt(JcaX509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    }

    private OcspAnswer signedBy(Authority signer, String algorithm, Instant at) throws Exception {
        return OcspAnswer.read(
                answer(signer, algorithm, CertificateStatus.GOOD, at, null), leaf, authority.certificate());
    }

    private void refused(Authority signer, Instant at, SourceOutcome outcome) {
        assertThatThrownBy(() -> signedBy(signer, "SHA256withECDSA", at))
                .isInstanceOfSatisfying(RefusedSource.class, refused -> assertThat(refused.outcome())
                        .isEqualTo(outcome));
    }

    @Test
    void who_answers_for_the_authority_is_named_for_it_exempt_from_revocation_and_in_its_time() throws Exception {
        Authority good = delegate(builder -> {
            named(builder);
            exempt(builder);
        });
        Instant start = good.certificate().getNotBefore().toInstant();
        Instant end = good.certificate().getNotAfter().toInstant();
        assertThat(signedBy(good, "SHA256withECDSA", start).isKnown()).isTrue();
        assertThat(signedBy(good, "SHA256withECDSA", end).isKnown()).isTrue();
        refused(good, start.minusSeconds(1), SourceOutcome.UNAUTHORISED_SIGNER);
        refused(good, end.plusSeconds(1), SourceOutcome.UNAUTHORISED_SIGNER);
        refused(delegate(OcspAnswerTest::named), NOW, SourceOutcome.UNAUTHORISED_SIGNER);
        refused(delegate(OcspAnswerTest::exempt), NOW, SourceOutcome.UNAUTHORISED_SIGNER);
        Authority notForSignatures = delegate(builder -> {
            named(builder);
            exempt(builder);
            builder.replaceExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyAgreement));
        });
        refused(notForSignatures, NOW, SourceOutcome.UNAUTHORISED_SIGNER);
    }

    @Test
    void key_of_the_authority_under_another_name_does_not_name_who_answers() throws Exception {
        Authority other = new Authority(
                new X500Name("C=FR,CN=AUTRE"), authority.keys(), authority.certificate(), authority.algorithm());
        KeyPair pair = Authority.ec();
        X509Certificate certificate = other.holder(pair, builder -> {
            named(builder);
            exempt(builder);
        });
        refused(new Authority(other.name(), pair, certificate, other.algorithm()), NOW, SourceOutcome.WRONG_SIGNER);
    }

    @Test
    void weak_signatures_are_not_believed() {
        assertThatThrownBy(() -> signedBy(authority, "SHA1withECDSA", NOW))
                .isInstanceOfSatisfying(RefusedSource.class, refused -> assertThat(refused.outcome())
                        .isEqualTo(SourceOutcome.BAD_SIGNATURE));
    }

    private SourceOutcome offered(FetchedAnswers answers, Instant from) throws Exception {
        return answers.offer(
                new OcspQuestion(leaf, authority.certificate()),
                answer(authority, "SHA256withECDSA", CertificateStatus.GOOD, from, null),
                NOW);
    }

    @Test
    void answers_of_today_are_kept_unless_a_newer_one_is_held(@TempDir Path folder) throws Exception {
        FetchedAnswers answers = new FetchedAnswers(folder);
        assertThat(answers.of(leaf, authority.certificate())).isEmpty();
        assertThat(offered(answers, NOW.minusSeconds(10))).isEqualTo(SourceOutcome.STORED);
        assertThat(offered(answers, NOW.minusSeconds(11))).isEqualTo(SourceOutcome.OLDER);
        assertThat(offered(answers, NOW.minusSeconds(10))).isEqualTo(SourceOutcome.STORED);
        assertThat(offered(answers, NOW.plus(Duration.ofMinutes(5)).plusSeconds(1)))
                .isEqualTo(SourceOutcome.OUT_OF_DATE);
        assertThat(offered(answers, NOW.plus(Duration.ofMinutes(5)))).isEqualTo(SourceOutcome.STORED);
        assertThat(answers.of(leaf, authority.certificate())).isPresent();
    }
}
