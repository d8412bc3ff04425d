package fr.sceau.smime.facts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.SignatureVerdict.Invalid;
import fr.sceau.smime.SignatureVerdict.Pending;
import fr.sceau.smime.SignatureVerdict.Sealed;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Unsigned;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import fr.sceau.smime.Signer;
import fr.sceau.smime.TrustPath;
import fr.sceau.smime.identity.CertificateIdentity.Person;
import fr.sceau.smime.trust.Authority;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written down of a verdict on the day of receipt, and what becomes of it. */
class VerdictFactsTest {
    private static final Origin ORIGIN = new Origin.Operator("partenaire.mssante.test", "CN=passerelle");

    private static Signer signer;
    private static TrustPath path;

    @BeforeAll
    static void sign() throws Exception {
        X509Certificate certificate = Authority.root("Racine").leaf();
        signer = new Signer(certificate, new Person("899700218896", "BENALI", "Leïla"), Optional.empty());
        path = new TrustPath(List.of(certificate), Authority.NOW, List.of());
    }

    private static MessageFacts of(SignatureVerdict verdict) {
        return MessageFacts.of(ORIGIN, verdict, Seal.OPENED);
    }

    private static MessageFacts waiting(String code) {
        return new MessageFacts(ORIGIN, code, Optional.of("x"), Seal.OPENED, true);
    }

    @Test
    void an_intact_signature_is_written_with_the_name_of_who_made_it() {
        assertThat(of(new Trusted(signer, path)))
                .isEqualTo(new MessageFacts(ORIGIN, "trusted", Optional.of("Leïla BENALI"), Seal.OPENED));
        assertThat(of(new Pending(signer, path)).signerName()).contains("Leïla BENALI");
        assertThat(of(new Untrusted(signer, Doubt.EXPIRED)))
                .isEqualTo(new MessageFacts(ORIGIN, "untrusted.expired", Optional.of("Leïla BENALI"), Seal.OPENED));
    }

    @Test
    void nobody_is_named_where_no_signature_is_intact() {
        assertThat(of(new Invalid(Fault.DIGEST_MISMATCH)))
                .isEqualTo(new MessageFacts(ORIGIN, "invalid.digest-mismatch", Optional.empty(), Seal.OPENED));
        assertThat(of(new Unsigned()).signerName()).isEmpty();
        assertThat(of(new Sealed()).signerName()).isEmpty();
    }

    @Test
    void a_verdict_that_waited_becomes_what_was_found_later() {
        for (String code : List.of("pending", "untrusted.issuer-awaited")) {
            assertThat(waiting(code).since(Set.of(MessageFacts.CONFIRMED_KEYWORD)))
                    .isEqualTo(waiting("trusted"));
            assertThat(waiting(code).since(Set.of(MessageFacts.REVOKED_KEYWORD.toLowerCase(Locale.ROOT))))
                    .isEqualTo(waiting("untrusted.revoked"));
        }
    }

    @Test
    void who_is_found_revoked_stays_so_whatever_was_found_before() {
        assertThat(waiting("pending").since(Set.of(MessageFacts.CONFIRMED_KEYWORD, MessageFacts.REVOKED_KEYWORD)))
                .isEqualTo(waiting("untrusted.revoked"));
    }

    @Test
    void without_news_a_verdict_goes_on_waiting() {
        assertThat(waiting("pending").since(Set.of("\\Seen", MessageFacts.JUDGED_KEYWORD)))
                .isEqualTo(waiting("pending"));
    }

    @Test
    void no_keyword_changes_a_verdict_that_waits_for_nothing() {
        Set<String> both = Set.of(MessageFacts.CONFIRMED_KEYWORD, MessageFacts.REVOKED_KEYWORD);
        assertThat(of(new Unsigned()).since(both)).isEqualTo(of(new Unsigned()));
        assertThat(of(new Invalid(Fault.MD5)).since(both)).isEqualTo(of(new Invalid(Fault.MD5)));
        assertThat(of(new Trusted(signer, path)).since(both)).isEqualTo(of(new Trusted(signer, path)));
    }
}
