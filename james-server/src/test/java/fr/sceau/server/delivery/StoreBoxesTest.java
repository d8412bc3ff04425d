package fr.sceau.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.delivery.LocalBoxes.LocalMail;
import fr.sceau.mailets.facts.Findings;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import fr.sceau.store.delivery.Announcements;
import fr.sceau.store.delivery.Deliveries;
import fr.sceau.store.delivery.SideRecords;
import fr.sceau.store.delivery.WatchedBus;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.message.Judged;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.james.events.Event;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.RetryBackoffConfiguration;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The mail flow's port over the store. */
final class StoreBoxesTest {
    private static final String CLAIRE = "claire.martin@exemple.mssante.test";

    private final DataSource database = TestPostgres.fresh();
    private final BlockingQueue<Event> told = new LinkedBlockingQueue<>();

    /** What everybody who registers for anything is told is noted. */
    private final WatchedBus bus = new WatchedBus(
            (listener, event, option) -> {
                told.add(event);
                return Mono.empty();
            },
            RetryBackoffConfiguration.DEFAULT,
            new MemoryEventDeadLetters());

    private StoreBoxes boxes(DataSource source) {
        return new StoreBoxes(new Deliveries(source), new Announcements(bus), Clock.systemUTC());
    }

    private static LocalMail mail() {
        byte[] bytes = "Subject: resultat\r\n\r\nGlycemie\r\n".getBytes(StandardCharsets.US_ASCII);
        Findings findings = new Findings("unsigned", "{\"established\": \"x\"}", "{\"kind\": \"submitted\"}", "[]");
        return new LocalMail(
                UUID.randomUUID(), List.of(CLAIRE), RawMessage.of(bytes), Set.of("PDF"), Optional.of(findings));
    }

    private UUID content() {
        return new Sql(database)
                .first("SELECT content_id FROM message", row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    @Test
    void delivered_mail_has_its_findings_beside_it() throws Exception {
        assertThat(boxes(database).deliver(mail())).isEmpty();

        assertThat(new SideRecords(database).of(content()).orElseThrow().findings())
                .isEqualTo(new fr.sceau.store.delivery.Findings(
                        "unsigned", "{\"established\": \"x\"}", "{\"kind\": \"submitted\"}", "[]"));
    }

    @Test
    void session_that_has_the_inbox_open_is_told() throws Exception {
        boxes(database).deliver(mail());
        long inbox = new Sql(database)
                .first("SELECT mailbox_id FROM message", row -> row.getLong(1))
                .orElseThrow();
        bus.register(event -> Mono.empty(), new MailboxIdRegistrationKey(new MailboxNumber(inbox)));
        boxes(database).deliver(mail());

        assertThat(told.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(told).isEmpty();
    }

    @Test
    void database_that_is_away_is_an_outage_and_not_a_fault_of_the_mail() {
        HikariDataSource away = TestPostgres.secondPool();
        away.close();

        assertThatThrownBy(() -> boxes(away).deliver(mail()))
                .isInstanceOfSatisfying(
                        MailetsException.class, e -> assertThat(e.isTransient()).isTrue());
        assertThat(told).isEmpty();
    }

    @Test
    void readers_know_the_keyword_of_judged_mail_by_the_name_that_the_store_gives_it() {
        assertThat(MessageFacts.JUDGED_KEYWORD).isEqualTo(Judged.KEYWORD);
    }
}
