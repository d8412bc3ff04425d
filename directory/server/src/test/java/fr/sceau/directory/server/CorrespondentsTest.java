package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.NOW;
import static fr.sceau.directory.server.DirectoryFixture.eventually;
import static fr.sceau.directory.server.TrustWorld.ZOE;
import static fr.sceau.directory.server.TrustWorld.ZOE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import fr.sceau.directory.server.certificates.BindingFolder.Dropped;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.index.Country;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 25: certificates of mailboxes of others, as long as these are whose they were. */
final class CorrespondentsTest {
    private static final String ZOE_DN = "mail=" + ZOE + ",ou=boites,o=annuaire-sante";
    private static final String ANOTHER = "899700000005";
    private static final Duration DAY = Duration.ofDays(1);
    private static final X509Certificate HERS =
            TrustWorld.doctor().mail(ZOE).encryption().certificate();

    private final TrustWorld world;

    CorrespondentsTest(@TempDir Path home) throws Exception {
        world = new TrustWorld(home);
        world.bind(ZOE, ZOE_NUMBER, HERS);
    }

    /** As an extraction of the same day says. */
    private void published(String... lines) {
        TestFiles.mailboxes(world.directory().resolve("registry").resolve(SampleWorld.MAILBOXES), lines);
    }

    private void passOn() {
        published(SampleWorld.FOREIGN.replace(ZOE_NUMBER, ANOTHER));
    }

    private List<String> alarms() throws Exception {
        return world.bindings().dropped().stream().map(Dropped::address).toList();
    }

    @Test
    void a_bound_certificate_is_laid_over_the_mailbox_and_found_by_filters() throws Exception {
        Path bound = world.bindings().bound();
        Path away = Files.move(bound, bound.resolveSibling("away"));
        try (DirectoryFixture directory = world.start()) {
            Entry before = directory.connection.getEntry(ZOE_DN);
            Files.move(away, bound);
            eventually(() ->
                    directory.mails(Filter.create("(userCertificate;binary=*)")).equals(List.of(ZOE)));
            assertThat(directory.certificates(ZOE)).containsExactly(HERS);
            Entry after = directory.connection.getEntry(ZOE_DN).duplicate();
            assertThat(after.removeAttribute("userCertificate;binary")).isTrue();
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void a_mailbox_that_passes_to_another_person_loses_its_binding_for_good() throws Exception {
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(ZOE)).containsExactly(HERS);
            passOn();
            eventually(() -> directory.certificates(ZOE).isEmpty());
            eventually(() -> alarms().equals(List.of(ZOE)));
            assertThat(world.bindings().bound()).isEmptyDirectory();
            rollback();
            eventually(() -> ZOE_NUMBER.equals(
                    directory.client.byMail(ZOE).orElseThrow().idNatPs().orElse("")));
            assertThat(directory.certificates(ZOE)).as("of the version before").isEmpty();
        }
    }

    private void rollback() {
        try (Country country = Country.open(world.directory().resolve("index"), DirectorySchema.load())) {
            country.rollback(1, LocalDate.of(2026, 11, 2));
        }
    }

    @Test
    void a_mailbox_that_passed_on_while_nobody_looked_is_found_at_the_start() throws Exception {
        world.start().close();
        passOn();
        try (DirectoryFixture directory = world.start()) {
            eventually(() ->
                    directory.client.byMail(ZOE).orElseThrow().structures().size() == 1);
            assertThat(directory.certificates(ZOE)).isEmpty();
            eventually(() -> alarms().equals(List.of(ZOE)));
        }
        world.bind(ZOE, ZOE_NUMBER, HERS); // as from a backup of before
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(ZOE)).isEmpty();
            eventually(() -> world.refused().isEmpty() && alarms().equals(List.of(ZOE)));
        }
    }

    @Test
    void a_mailbox_that_is_gone_keeps_its_binding_for_the_same_holder() throws Exception {
        String other = SampleWorld.FOREIGN.replace("Zoe.Dartagnan@", "Luc.Petit@");
        try (DirectoryFixture directory = world.start()) {
            withdraw();
            eventually(() -> directory.client.byMail(ZOE).isEmpty());
            eventually(() -> List.copyOf(world.refused().values()).equals(List.of("not-published")));
            published(SampleWorld.FOREIGN, other);
            eventually(() -> directory.client.byMail(ZOE).isPresent());
            assertThat(directory.certificates(ZOE)).containsExactly(HERS);
            assertThat(alarms()).isEmpty();
        }
    }

    private void withdraw() {
        try (Country country = Country.open(world.directory().resolve("index"), DirectorySchema.load());
                var update = country.update(LocalDate.of(2026, 11, 2))) {
            update.removeBelow(new DN(ZOE_DN));
            update.commit(Map.of());
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_renewed_certificate_of_the_same_holder_stands_beside_the_one_before_until_that_ends() throws Exception {
        X509Certificate next = TrustWorld.doctor()
                .validBetween(NOW.minus(Duration.ofMinutes(5)), NOW.plus(DAY))
                .encryption()
                .certificate();
        world.bind(ZOE, ZOE_NUMBER, next);
        HandClock clock = new HandClock(NOW);
        try (DirectoryFixture directory = new DirectoryFixture(world.directory(), clock)) {
            assertThat(directory.certificates(ZOE)).containsExactly(next, HERS);
            clock.set(NOW.plus(DAY).plusMillis(1));
            eventually(() -> directory.certificates(ZOE).equals(List.of(HERS)));
        }
    }

    @Test
    void what_a_file_says_by_itself_is_no_proof() throws Exception {
        X509Certificate homonyms = TrustWorld.person(TrustWorld.PKI, ANOTHER)
                .mail(ZOE)
                .encryption()
                .certificate();
        world.bind(ZOE, ZOE_NUMBER, homonyms); // written by hand: the command would refuse it
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(ZOE)).containsExactly(HERS);
            assertThat(world.refused()).containsValue("other-holder");
            assertThat(alarms()).isEmpty();
        }
    }

    @Test
    void the_same_person_under_another_number_keeps_hers() throws Exception {
        String adeli = "0012600631";
        X509Certificate his =
                TrustWorld.person(TrustWorld.PKI, adeli).encryption().certificate();
        world.bind(ZOE, adeli, his);
        published(SampleWorld.FOREIGN.replace(ZOE_NUMBER, adeli));
        try (DirectoryFixture directory = world.start()) {
            assertThat(directory.certificates(ZOE)).containsExactly(his);
            TestFiles.write(
                    world.directory().resolve("registry/Correspondance_ADELI_RPPS_20261031.csv"),
                    "N° ADELI;N° RPPS\n012600631;" + ANOTHER.substring(1) + "\n");
            passOn();
            eventually(() -> ANOTHER.equals(
                    directory.client.byMail(ZOE).orElseThrow().idNatPs().orElse("")));
            eventually(() -> directory.certificates(ZOE).equals(List.of(his)));
        }
    }
}
