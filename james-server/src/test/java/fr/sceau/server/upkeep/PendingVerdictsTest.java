package fr.sceau.server.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.directory.client.MailboxType;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.delivery.LocalBoxes.LocalMail;
import fr.sceau.mailets.facts.Findings;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.verify.InstallationTrust;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.server.delivery.StoreBoxes;
import fr.sceau.smime.Fingerprint;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.delivery.Announcements;
import fr.sceau.store.delivery.Deliveries;
import fr.sceau.store.delivery.LaterVerdicts;
import fr.sceau.store.delivery.WatchedBus;
import fr.sceau.store.message.Judged;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.TestPki;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.RetryBackoffConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Mail that came while no revocation list was there. */
final class PendingVerdictsTest {
    private static final String CLAIRE = "claire.martin@exemple.mssante.test";
    private static final String ID = "899700218896";
    private static final TestPki PKI = TestPki.generate(Instant.now(), KeySizes.quick());

    private final Path home;
    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);
    private final Hands clock = new Hands();
    private final Issued signer = PKI.person(ID, "MARTIN", "CLAIRE").signature();

    PendingVerdictsTest(@TempDir Path home) {
        this.home = home;
    }

    @BeforeEach
    void installation() throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("conf/sceau.properties"), """
                domains = exemple.mssante.test
                authserv-id = exemple.mssante.test
                mode = test
                hostname = localhost
                message.max-bytes = 200000
                """);
        Files.writeString(home.resolve("conf/secrets.properties"), "keys.password = secret\ntls.password = secret\n");
        PKI.writeTrust(home.resolve("trust"), Instant.now());
        try (var lists = Files.list(home.resolve("trust/crl"))) {
            for (Path list : lists.toList()) {
                Files.delete(list);
            }
        }
    }

    /** As after a start of the server. */
    private PendingVerdicts pending(String idOfMailbox) {
        MailetsConfiguration configuration = MailetsConfiguration.load(home);
        InstallationTrust trust = new InstallationTrust(configuration, clock);
        Verification verification =
                new Verification(trust, new OnePerson(idOfMailbox), new OperatorKeys(configuration, clock), clock);
        return new PendingVerdicts(
                new LaterVerdicts(database),
                new Contents(database),
                verification,
                trust,
                new Trace(configuration, clock),
                clock);
    }

    /** A clock that moves when it is told to. */
    private static final class Hands extends Clock {
        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Knows that every mailbox is that person's. */
    private record OnePerson(String id) implements Directory {
        @Override
        public Optional<MailboxEntry> byMail(String address) {
            return Optional.of(new MailboxEntry(
                    address,
                    MailboxType.PER,
                    Optional.of(id),
                    List.of("1990000001"),
                    address,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false));
        }

        @Override
        public List<MailboxEntry> byRpps(String rpps) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<MailboxEntry> search(String words, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    private void deliver() throws Exception {
        deliver("pending", signer.chain());
    }

    private void deliver(String verdict, List<X509Certificate> chain) throws Exception {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        byte[] plain = ("From: " + CLAIRE + "\r\nSubject: essai\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain\r\n\r\nbonjour\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        new MessageSigner().sign(RawMessage.of(plain), new SigningKey(signer.key(), chain), signed);
        Findings findings = new Findings(verdict, "{\"validAt\": \"" + Instant.now() + "\"}", "{}", "[]");
        WatchedBus bus = new WatchedBus(
                (listener, event, option) -> Mono.empty(),
                RetryBackoffConfiguration.DEFAULT,
                new MemoryEventDeadLetters());
        new StoreBoxes(new Deliveries(database), new Announcements(bus), Clock.systemUTC())
                .deliver(new LocalMail(
                        UUID.randomUUID(),
                        List.of(CLAIRE),
                        RawMessage.of(signed.toByteArray()),
                        Set.of(),
                        Optional.of(findings)));
    }

    private String later() {
        return sql.first(
                        "SELECT coalesce(later_verdict, 'waits'), later_evidence::text FROM side_record",
                        row -> row.getString(1) + " " + row.getString(2))
                .orElseThrow();
    }

    private void listsReturn() throws IOException {
        PKI.renewLists(home.resolve("trust"), Instant.now());
    }

    @Test
    void verdict_becomes_trusted_when_the_lists_return() throws Exception {
        deliver();
        PendingVerdicts pending = pending(ID);
        pending.run();
        assertThat(later()).startsWith("waits");
        listsReturn();
        pending.run();
        assertThat(later()).as("it rests").startsWith("waits");
        clock.now = clock.now.plus(Duration.ofMinutes(11));
        pending.run();
        assertThat(later()).startsWith("trusted").contains("\"revocation\"", "\"sha256\"", "\"validAt\"");
    }

    @Test
    void verdict_that_lacked_the_issuer_becomes_trusted_when_its_certificate_was_fetched() throws Exception {
        Path known = home.resolve("trust/intermediates");
        try (var files = Files.list(known)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        deliver("untrusted.issuer-awaited", List.of(signer.certificate()));
        listsReturn();
        pending(ID).run();
        assertThat(later()).startsWith("waits");
        Path fetched = Files.createDirectories(home.resolve("trust/fetched/ca"));
        byte[] issuer = signer.chain().get(1).getEncoded();
        Files.write(fetched.resolve(Fingerprint.of(issuer) + ".cer"), issuer);
        pending(ID).run();
        assertThat(later()).startsWith("trusted").contains("\"path\"");
        assertThat(traced())
                .singleElement()
                .asString()
                .contains("\"event\":\"settled\"", CLAIRE, "\"verdict\":\"trusted\"");
    }

    private List<String> traced() throws IOException {
        try (var files = Files.list(home.resolve("trace"))) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    @Test
    void verdict_becomes_revoked_after_a_restart_too() throws Exception {
        deliver();
        pending(ID).run();
        PKI.revoke(signer.certificate());
        listsReturn();
        pending(ID).run();
        assertThat(later())
                .as("with the list that says so")
                .startsWith("untrusted.revoked")
                .contains("\"revocation\": [{", "\"sha256\"");
    }

    @Test
    void mail_whose_outer_signatures_are_gone_is_not_judged_by_what_is_left() throws Exception {
        deliver();
        sql.update("UPDATE side_record SET evidence = evidence || '{\"final\": true}'");
        listsReturn();
        pending(ID).run();
        assertThat(later()).startsWith("waits");
    }

    @Test
    void directory_that_says_something_else_today_settles_nothing() throws Exception {
        deliver();
        listsReturn();
        pending("899700218904").run();
        assertThat(later()).startsWith("waits");
        pending(ID).run();
        assertThat(later()).startsWith("trusted");
    }

    @Test
    void readers_know_the_keywords_by_the_names_that_the_store_gives_them() {
        assertThat(MessageFacts.CONFIRMED_KEYWORD).isEqualTo(Judged.CONFIRMED);
        assertThat(MessageFacts.REVOKED_KEYWORD).isEqualTo(Judged.REVOKED);
    }
}
