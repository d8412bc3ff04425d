package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.NOW;
import static fr.sceau.directory.server.DirectoryFixture.eventually;
import static fr.sceau.directory.server.TrustWorld.CARDIOLOGY;
import static fr.sceau.directory.server.TrustWorld.CLAIRE;
import static fr.sceau.directory.server.TrustWorld.PKI;
import static fr.sceau.directory.server.TrustWorld.ZOE;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResult;
import fr.sceau.testpki.Garbled;
import fr.sceau.testpki.Person;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificates are served for the house's own mailboxes. */
final class CertificatesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final X509Certificate HERS =
            claire().mail(CLAIRE).encryption().certificate();

    private final TrustWorld world;

    CertificatesTest(@TempDir Path home) throws Exception {
        world = new TrustWorld(home);
    }

    private static Person claire() {
        return TrustWorld.doctor();
    }

    private static X509Certificate between(Instant from, Instant until) {
        return claire().mail(CLAIRE).validBetween(from, until).encryption().certificate();
    }

    @Test
    void a_certificate_that_is_valid_now_is_given_to_thunderbird_under_the_name_it_asks_for() throws Exception {
        world.publish(CLAIRE + ".chiffrement", HERS);
        try (DirectoryFixture directory = world.start()) {
            SearchResult result = directory.search(
                    "o=annuaire-sante", Filter.createEqualityFilter("mail", CLAIRE), "usercertificate;binary");
            assertThat(result.getSearchEntries()).singleElement().satisfies(entry -> {
                assertThat(entry.getAttributes()).hasSize(1);
                assertThat(entry.getAttributeValueBytes("userCertificate;binary"))
                        .isEqualTo(HERS.getEncoded());
            });
            assertThat(directory.certificates(CLAIRE)).containsExactly(HERS);
            assertThat(world.refused()).isEmpty();
        }
    }

    @Test
    void what_does_not_qualify_is_not_served_and_told_with_the_reason() throws Exception {
        world.publish(CLAIRE + "-old", between(NOW.minus(DAY).minus(DAY), NOW.minus(DAY)));
        world.publish(CLAIRE + "-next", between(NOW.plus(DAY), NOW.plus(DAY).plus(DAY)));
        world.publish(CLAIRE + "-sign", claire().mail(CLAIRE).signature().certificate());
        world.publish(CLAIRE + "-login", claire().authentication().certificate());
        world.publish(
                CLAIRE + "-paul",
                claire().mail("paul@exemple.mssante.test").encryption().certificate());
        world.publish(CLAIRE + "-namesake", homonym().mail(CLAIRE).encryption().certificate());
        world.publish(CARDIOLOGY + "-clinic", clinic());
        world.publish(CLAIRE + "-rogue", rogue().mail(CLAIRE).encryption().certificate());
        world.publish(ZOE, claire().mail(ZOE).encryption().certificate());
        world.publish("nobody@exemple.mssante.test", HERS);
        world.publish(CLAIRE + "-garbled", Garbled.certificate());
        world.publish(CLAIRE + "-junk", "no certificate".getBytes(StandardCharsets.UTF_8));
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.mails(Filter.create("(userCertificate;binary=*)")))
                    .isEmpty();
        }
        assertThat(world.refused())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(CLAIRE + "-old", "expired"),
                        Map.entry(CLAIRE + "-next", "not-yet-valid"),
                        Map.entry(CLAIRE + "-sign", "wrong-purpose"),
                        Map.entry(CLAIRE + "-login", "wrong-purpose"),
                        Map.entry(CLAIRE + "-paul", "other-address"),
                        Map.entry(CLAIRE + "-namesake", "other-holder"),
                        Map.entry(CARDIOLOGY + "-clinic", "other-holder"),
                        Map.entry(CLAIRE + "-rogue", "no-trusted-path"),
                        Map.entry(ZOE, "not-bound"),
                        Map.entry("nobody@exemple.mssante.test", "no-mailbox"),
                        Map.entry(CLAIRE + "-garbled", "unreadable"),
                        Map.entry(CLAIRE + "-junk", "unreadable")));
    }

    /** Her name, not her number. */
    private static Person homonym() {
        return TrustWorld.person(PKI, "899700000005");
    }

    private static Person rogue() {
        return TrustWorld.person(PKI.rogue(), TrustWorld.ZOE_NUMBER);
    }

    private static X509Certificate clinic() {
        return TrustWorld.organisation(PKI, "1990000002").encryption().certificate();
    }

    @Test
    void certificates_of_the_test_world_are_served_in_test_mode_only() throws Exception {
        world.publish(CLAIRE, HERS);
        world.mode("production");
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(CLAIRE)).isEmpty();
            assertThat(world.refused()).containsEntry(CLAIRE, "test-certificate");
        }
    }

    @Test
    void it_is_judged_again_as_time_passes() throws Exception {
        X509Certificate next = between(NOW.plus(DAY), NOW.plus(DAY).plus(DAY));
        X509Certificate present = between(NOW.minus(DAY), NOW.plus(DAY));
        world.publish(CLAIRE + "-1", present);
        world.publish(CLAIRE + "-2", next);
        HandClock clock = new HandClock(NOW);
        try (DirectoryFixture directory = new DirectoryFixture(world.directory(), clock)) {
            assertThat(directory.certificates(CLAIRE)).containsExactly(present);
            clock.set(NOW.plus(DAY).plusMillis(1));
            assertThat(directory.certificates(CLAIRE))
                    .as("before anybody judges")
                    .doesNotContain(present);
            eventually(() -> directory.certificates(CLAIRE).equals(List.of(next)));
            eventually(() -> world.refused().equals(Map.of(CLAIRE + "-1", "expired")));
            clock.set(NOW);
            eventually(() -> directory.certificates(CLAIRE).equals(List.of(present)));
        }
    }

    @Test
    void it_is_judged_again_when_lists_and_authorities_change() throws Exception {
        X509Certificate hers = claire().encryption().certificate();
        Path trust = world.home.resolve("trust");
        world.publish(CLAIRE, hers);
        Files.move(trust, world.home.resolve("away"));
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(CLAIRE)).isEmpty();
            assertThat(world.refused()).containsEntry(CLAIRE, "no-authorities");
            Files.move(world.home.resolve("away"), trust);
            eventually(() -> directory.certificates(CLAIRE).equals(List.of(hers)));
            assertThat(world.refused()).isEmpty();
            PKI.revoke(hers);
            PKI.renewLists(trust, NOW);
            eventually(() -> directory.certificates(CLAIRE).isEmpty());
            assertThat(world.refused()).containsEntry(CLAIRE, "revoked");
            Files.move(trust.resolve("intermediates"), trust.resolve("away"));
            eventually(() -> world.refused().containsValue("no-trusted-path"));
        }
    }

    @Test
    void the_newest_certificate_comes_first() throws Exception {
        X509Certificate newer = claire().validBetween(NOW.minus(Duration.ofMinutes(5)), NOW.plus(DAY))
                .encryption()
                .certificate();
        world.publish(CLAIRE, HERS);
        world.publish(CLAIRE + ".2", newer);
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(CLAIRE)).containsExactly(newer, HERS);
        }
    }

    @Test
    void the_certificate_of_a_longer_domain_is_not_taken_for_ours() throws Exception {
        X509Certificate unnamed = claire().encryption().certificate();
        world.publish(CLAIRE + ".org", unnamed);
        world.publish(CLAIRE + "-hopital.fr", unnamed);
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(CLAIRE)).isEmpty();
        }
    }

    @Test
    void a_mailbox_that_the_operator_gives_to_another_loses_the_certificate_of_the_one_before() throws Exception {
        world.publish(CLAIRE, HERS);
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(CLAIRE)).containsExactly(HERS);
            TestFiles.own(
                    DirectoryFixture.own(world.directory()),
                    SampleWorld.OWN_CLAIRE.replace("899700218896", "899700000005"));
            eventually(() -> directory.certificates(CLAIRE).isEmpty());
            assertThat(world.refused()).containsEntry(CLAIRE, "other-holder");
        }
    }
}
