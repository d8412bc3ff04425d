package fr.sceau.smime.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.trust.Authority;
import fr.sceau.smime.trust.PathOutcome.Refused;
import fr.sceau.smime.trust.PathOutcome.RevocationUnknown;
import fr.sceau.smime.trust.PathOutcome.Valid;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When which source is asked. */
class RevocationUpdaterTest {
    private static final Instant NOW = Authority.NOW;
    private static final String STORED = Site.LIST + " stored";
    private static final String DOWN = Site.LIST + " status-refused";

    private final Site site;

    RevocationUpdaterTest(@TempDir Path folder) throws Exception {
        this.site = new Site(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void listComes(Instant thisUpdate) throws Exception {
        site.publisher.at(Site.LIST, Publisher.content(site.authority.list(thisUpdate, list -> {})));
    }

    private static Instant after(Duration time) {
        return NOW.plus(time);
    }

    @Test
    void unknown_revocation_becomes_known_when_the_source_returns() throws Exception {
        assertThat(site.judge(NOW)).isInstanceOf(RevocationUnknown.class);
        assertThat(site.run(NOW)).containsExactly(DOWN, Site.RESPONDER + " status-refused");
        assertThat(site.judge(NOW)).isInstanceOf(RevocationUnknown.class);
        listComes(NOW);
        assertThat(site.run(after(Duration.ofMinutes(1)))).containsExactly(STORED);
        assertThat(site.judge(NOW)).isInstanceOf(Valid.class);
    }

    @Test
    void list_is_fetched_again_well_before_it_ends() throws Exception {
        listComes(NOW);
        site.judge(NOW);
        assertThat(site.run(NOW)).containsExactly(STORED);
        assertThat(site.run(after(Duration.ofHours(5)))).isEmpty();
        assertThat(site.run(after(Duration.ofHours(6)))).containsExactly(Site.LIST + " unchanged");
    }

    @Test
    void source_that_fails_is_asked_more_and_more_rarely_and_the_last_list_counts_to_its_end() throws Exception {
        listComes(NOW);
        site.judge(NOW);
        site.run(NOW);
        site.publisher.at(Site.LIST, Publisher.status(503));
        assertThat(site.run(after(Duration.ofHours(6)))).containsExactly(DOWN);
        assertThat(site.run(after(Duration.ofMinutes(360).plusSeconds(59)))).isEmpty();
        assertThat(site.run(after(Duration.ofMinutes(361)))).containsExactly(DOWN);
        assertThat(site.run(after(Duration.ofMinutes(362)))).isEmpty();
        assertThat(site.run(after(Duration.ofMinutes(363)))).containsExactly(DOWN);
        assertThat(site.judge(after(Duration.ofDays(7)))).isInstanceOf(Valid.class);
        assertThat(site.judge(after(Duration.ofDays(8)))).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void list_is_there_after_a_restart_and_goes_on_being_refreshed() throws Exception {
        listComes(NOW);
        site.judge(NOW);
        site.run(NOW);
        site.restart();
        listComes(after(Duration.ofHours(1)));
        assertThat(site.run(after(Duration.ofHours(1)))).containsExactly(STORED);
        assertThat(site.judge(after(Duration.ofHours(1)))).isInstanceOf(Valid.class);
    }

    @Test
    void responder_is_asked_only_while_no_list_speaks() throws Exception {
        site.publisher.at(Site.RESPONDER, Responder.of(site.authority).page());
        listComes(NOW);
        site.judge(NOW);
        assertThat(site.run(NOW)).containsExactly(STORED);
        site.judge(NOW);
        assertThat(site.run(after(Duration.ofMinutes(1)))).isEmpty();
        assertThat(site.publisher.times(Site.RESPONDER)).isZero();
    }

    @Test
    void newer_word_of_the_responder_outlasts_an_older_list() throws Exception {
        site.publisher.at(
                Site.RESPONDER,
                Responder.of(site.authority).revoked(NOW.minusSeconds(120)).page());
        site.judge(NOW);
        site.run(NOW);
        assertThat(site.judge(NOW)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.doubt()).isEqualTo(Doubt.REVOKED);
            assertThat(refused.path().orElseThrow().revocation()).isNotEmpty();
        });
        listComes(NOW.minus(Duration.ofDays(1)));
        assertThat(site.run(after(Duration.ofMinutes(1)))).containsExactly(STORED);
        assertThat(site.judge(NOW)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.doubt()).isEqualTo(Doubt.REVOKED);
            assertThat(refused.path().orElseThrow().revocation()).isNotEmpty();
        });
        listComes(after(Duration.ofHours(6)));
        assertThat(site.run(after(Duration.ofHours(7)))).containsExactly(STORED);
        assertThat(site.judge(NOW)).as("released since").isInstanceOf(Valid.class);
    }

    @Test
    void issuer_that_changes_its_key_goes_on_publishing_at_the_same_address() throws Exception {
        Authority before = Authority.root("RACINE");
        X509Certificate leafOfBefore = site.leaf; // any certificate that names the address
        RevocationUpdater updater = site.updater(Duration.ofMinutes(1), List.of(site.publisher.host()));
        site.use(updater);
        updater.judged(leafOfBefore, before.certificate(), false);
        listComes(NOW);
        assertThat(site.run(NOW)).contains(Site.LIST + " bad-signature");
        updater.judged(site.leaf, site.authority.certificate(), false);
        assertThat(site.run(after(Duration.ofMinutes(1)))).contains(STORED);
    }

    @Test
    void host_that_the_operator_did_not_name_is_never_asked() throws Exception {
        listComes(NOW);
        site.use(site.updater(Duration.ofMinutes(1), List.of("igc-sante.esante.gouv.fr", "127.0.0.1")));
        site.judge(NOW);
        assertThat(site.run(NOW)).containsExactly(Site.LIST + " address-refused", Site.RESPONDER + " address-refused");
        assertThat(site.publisher.times(Site.LIST) + site.publisher.times(Site.RESPONDER))
                .isZero();
    }

    @Test
    void without_a_named_host_nothing_is_even_tried() throws Exception {
        listComes(NOW);
        site.use(site.updater(Duration.ofMinutes(1), List.of()));
        site.judge(NOW);
        assertThat(site.run(NOW)).isEmpty();
    }
}
