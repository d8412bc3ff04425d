package fr.sceau.smime.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.trust.Authority;
import fr.sceau.smime.trust.PathOutcome.Refused;
import fr.sceau.smime.trust.PathOutcome.RevocationUnknown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of authorities that the installation lacks. */
class AuthorityQuestTest {
    private static final Instant NOW = Authority.NOW;
    private static final String PAGE = "/ac.cer";
    private static final Refused AWAITED = new Refused(Doubt.ISSUER_AWAITED);
    private static final Refused NO_PATH = new Refused(Doubt.NO_TRUSTED_PATH);

    private final Site site;
    private final Authority issuing;
    private final X509Certificate signer;

    AuthorityQuestTest(@TempDir Path folder) throws Exception {
        this.site = new Site(folder);
        this.issuing = site.authority.under("AC");
        this.signer = holder(issuing, PAGE);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private X509Certificate holder(Authority authority, String page) throws Exception {
        GeneralName address = new GeneralName(
                GeneralName.uniformResourceIdentifier,
                site.publisher.address(page).toString());
        return authority.holder(
                Authority.ec(),
                builder -> builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                new AccessDescription(AccessDescription.id_ad_caIssuers, address))));
    }

    private String fetched(X509Certificate holder, byte[] content) throws Exception {
        site.use(site.updater(Duration.ofMinutes(1), List.of(site.publisher.host())));
        site.publisher.at(PAGE, Publisher.content(content));
        assertThat(site.judge(holder, NOW)).isEqualTo(AWAITED);
        return String.join(" ", site.run(NOW));
    }

    @Test
    void missing_authority_is_fetched_once_and_makes_a_path() throws Exception {
        assertThat(fetched(signer, issuing.certificate().getEncoded())).isEqualTo(PAGE + " stored");
        assertThat(site.judge(signer, NOW)).isInstanceOf(RevocationUnknown.class);
        assertThat(site.run(NOW)).isEmpty();
    }

    @Test
    void whatever_else_comes_is_named_and_makes_no_path() throws Exception {
        Authority stranger = Authority.root("AUTRE").under("AC");
        assertThat(fetched(signer, "<html></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PAGE + " not-a-certificate");
        assertThat(fetched(signer, issuing.leaf().getEncoded())).isEqualTo(PAGE + " not-a-certificate");
        assertThat(fetched(signer, site.authority.certificate().getEncoded())).isEqualTo(PAGE + " wrong-issuer");
        assertThat(fetched(signer, stranger.certificate().getEncoded())).isEqualTo(PAGE + " bad-signature");
        assertThat(fetched(holder(stranger, PAGE), stranger.certificate().getEncoded()))
                .isEqualTo(PAGE + " unknown-authority");
        assertThat(site.judge(signer, NOW)).isEqualTo(AWAITED);
    }

    @Test
    void authority_whose_name_is_known_or_whose_address_nobody_may_ask_is_not_awaited() throws Exception {
        site.use(site.updater(Duration.ofMinutes(1), List.of(site.publisher.host())));
        Authority borrowed = Authority.root("RACINE");
        assertThat(site.judge(holder(borrowed, PAGE), NOW)).isEqualTo(NO_PATH);
        assertThat(site.judge(issuing.leaf(), NOW)).as("names no address").isEqualTo(NO_PATH);
    }

    @Test
    void host_that_the_operator_did_not_name_is_not_asked() throws Exception {
        site.use(site.updater(Duration.ofMinutes(1), List.of("igc-sante.esante.gouv.fr")));
        assertThat(site.judge(signer, NOW)).isEqualTo(NO_PATH);
        assertThat(site.run(NOW)).containsExactly(PAGE + " address-refused");
        assertThat(site.publisher.times(PAGE)).isZero();
    }

    @Test
    @Tag("long")
    void strangers_cannot_make_us_ask_for_many_things_or_often() throws Exception {
        for (int i = 0; i < 60; i++) {
            site.judge(holder(Authority.root("AUTRE"), "/" + i), NOW);
        }
        assertThat(site.run(NOW)).hasSize(50);
        assertThat(site.run(NOW.plusSeconds(59))).isEmpty();
        for (int minute : List.of(1, 3, 7, 15)) {
            assertThat(site.run(NOW.plus(Duration.ofMinutes(minute)))).hasSize(50);
        }
        assertThat(site.run(NOW.plus(Duration.ofDays(1)))).as("forgotten").isEmpty();
    }

    @Test
    void source_that_was_given_up_is_asked_once_an_hour_while_it_is_missed() throws Exception {
        site.use(site.updater(Duration.ofMinutes(1), List.of(site.publisher.host())));
        for (int minute = 0; minute <= 60 * 24; minute += 10) {
            site.judge(signer, NOW.plus(Duration.ofMinutes(minute)));
            site.run(NOW.plus(Duration.ofMinutes(minute)));
        }
        assertThat(site.publisher.times(PAGE)).isBetween(24L, 29L);
    }
}
