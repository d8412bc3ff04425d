package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.RevocationSource;
import fr.sceau.smime.RevocationSource.Kind;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.TrustPath;
import fr.sceau.smime.trust.Authority.Change;
import fr.sceau.smime.trust.PathOutcome.Refused;
import fr.sceau.smime.trust.PathOutcome.RevocationUnknown;
import fr.sceau.smime.trust.PathOutcome.Valid;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts where a list and a responder's answer both speak, or only one of them. */
class RevocationCheckTest {
    private static final Instant NOW = Authority.NOW;
    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final CertificateStatus REVOKED = new RevokedStatus(Date.from(BEFORE), CRLReason.unspecified);
    private static final Change NOTHING = list -> {};

    private final Path folder;
    private final Authority root = Authority.root("RACINE");
    private final Authority issuing = root.under("AC");
    private final X509Certificate leaf = issuing.leaf();
    private final FetchedAnswers answers;
    private final List<String> judged = new ArrayList<>();

    RevocationCheckTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.answers = new FetchedAnswers(folder.resolve("ocsp"));
        root.publish(folder.resolve("racine.crl"), BEFORE, NOTHING);
    }

    private PathOutcome outcome(X509Certificate certificate, Instant at) {
        TrustAnchors trust = TrustAnchors.of(List.of(root.certificate()), List.of(issuing.certificate()));
        RevocationNeeds needs = (one, issuer, known) -> judged.add(one.getSubjectX500Principal() + " " + known);
        RevocationData data = new RevocationData(
                new CrlCache(folder), answers, new FetchedAuthorities(folder.resolve("authorities"), trust), needs);
        return new PathValidator(trust, data, true).validate(certificate, List.of(), at);
    }

    private PathOutcome outcome() {
        return outcome(leaf, NOW);
    }

    private void list(Instant at, Change change) throws Exception {
        issuing.publish(folder.resolve("ac.crl"), at, change);
    }

    private void answer(CertificateStatus status, Instant from) throws Exception {
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(issuing.name()));
        Date until = Date.from(from.plus(Duration.ofHours(1)));
        builder.addResponse(OcspQuestion.id(leaf, issuing.certificate()), status, Date.from(from), until, null);
        var basic = builder.build(issuing.signer(), new X509CertificateHolder[0], Date.from(from));
        byte[] content =
                new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
        assertThat(answers.offer(new OcspQuestion(leaf, issuing.certificate()), content, NOW))
                .isEqualTo(SourceOutcome.STORED);
    }

    private static List<Kind> kinds(TrustPath path) {
        return path.revocation().stream().map(RevocationSource::kind).toList();
    }

    private void isRevoked() {
        assertThat(outcome()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.doubt())
                .isEqualTo(Doubt.REVOKED));
    }

    @Test
    void where_no_list_speaks_an_answer_does_while_it_is_fresh() throws Exception {
        assertThat(outcome()).isInstanceOf(RevocationUnknown.class);
        answer(CertificateStatus.GOOD, BEFORE);
        assertThat(outcome()).isInstanceOfSatisfying(Valid.class, valid -> assertThat(kinds(valid.path()))
                .containsExactly(Kind.OCSP, Kind.CRL));
        assertThat(outcome(leaf, NOW.plus(Duration.ofHours(1)))).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void an_answer_about_one_certificate_says_nothing_of_another() throws Exception {
        answer(CertificateStatus.GOOD, BEFORE);
        assertThat(outcome(issuing.leaf(), NOW)).isInstanceOf(RevocationUnknown.class);
        assertThat(outcome()).isInstanceOf(Valid.class);
    }

    @Test
    void an_answer_that_revokes_needs_no_list() throws Exception {
        answer(REVOKED, BEFORE);
        isRevoked();
    }

    @Test
    void a_fresh_list_needs_no_answer() throws Exception {
        list(BEFORE, NOTHING);
        answer(CertificateStatus.GOOD, NOW);
        assertThat(outcome()).isInstanceOfSatisfying(Valid.class, valid -> assertThat(kinds(valid.path()))
                .containsExactly(Kind.CRL, Kind.CRL));
    }

    @Test
    void what_a_list_revokes_no_answer_makes_good() throws Exception {
        list(BEFORE, list -> list.addCRLEntry(leaf.getSerialNumber(), Date.from(BEFORE), CRLReason.unspecified));
        answer(CertificateStatus.GOOD, NOW);
        isRevoked();
    }

    @Test
    void of_a_list_and_an_answer_that_revokes_the_newer_counts() throws Exception {
        list(BEFORE, NOTHING);
        answer(REVOKED, BEFORE.plusSeconds(1));
        isRevoked();
        list(BEFORE.plusSeconds(2), NOTHING);
        assertThat(outcome()).isInstanceOf(Valid.class);
    }

    @Test
    void whoever_fetches_is_told_of_each_certificate_and_whether_anything_is_known() throws Exception {
        outcome();
        assertThat(judged).containsExactlyInAnyOrder("CN=feuille, C=FR false", "CN=AC, C=FR true");
        judged.clear();
        list(BEFORE, NOTHING);
        outcome();
        assertThat(judged).containsExactlyInAnyOrder("CN=feuille, C=FR true", "CN=AC, C=FR true");
    }
}
