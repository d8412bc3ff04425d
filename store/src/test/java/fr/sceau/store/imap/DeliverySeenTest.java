package fr.sceau.store.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.sceau.store.content.OctetSource;
import fr.sceau.store.delivery.Announcements;
import fr.sceau.store.delivery.Delivered;
import fr.sceau.store.delivery.Deliveries;
import fr.sceau.store.delivery.Delivery;
import fr.sceau.store.delivery.Findings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.james.core.Username;
import org.apache.james.mpt.api.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When sessions that have the inbox open see what is delivered. */
final class DeliverySeenTest {
    private static final String CLAIRE = "claire.martin";
    private static final String TEXT = "Subject: resultat\r\n\r\nGlycemie 0,92 g/l\r\n";

    private final StoreHost host = StoreHost.open();
    private final Deliveries deliveries = new Deliveries(host.database());
    private final Announcements announcements = new Announcements(host.events());
    private final Delivery mail = new Delivery(
            UUID.randomUUID(),
            List.of(CLAIRE),
            octets(),
            Set.of("HPRIM"),
            Instant.now(),
            Optional.of(new Findings("trusted", "{}", "{}", "[]")));
    private Session session = host.newSession(null);
    private int tag;

    DeliverySeenTest() throws Exception {}

    private static OctetSource octets() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.US_ASCII);
        return new OctetSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    @BeforeEach
    void openInbox() throws Exception {
        host.addUser(Username.of(CLAIRE), "secret");
        session.start();
        session.readLine();
        command("LOGIN " + CLAIRE + " secret");
        assertThat(command("SELECT INBOX")).contains("* 0 EXISTS");
    }

    @AfterEach
    void close() throws Exception {
        session.stop();
        host.afterTest();
    }

    private List<String> command(String text) throws Exception {
        String mark = "a" + ++tag;
        session.writeLine(mark + " " + text);
        List<String> lines = new ArrayList<>();
        for (String line = session.readLine(); ; line = session.readLine()) {
            if (line.startsWith(mark + " ")) {
                assertThat(line).startsWith(mark + " OK");
                return lines;
            }
            lines.add(line);
        }
    }

    /** What a session hears when it asks until it hears something: telling takes a moment. */
    private List<String> told() throws Exception {
        return await().atMost(Duration.ofSeconds(10)).until(() -> command("NOOP"), lines -> !lines.isEmpty());
    }

    private static Delivery other() {
        return new Delivery(UUID.randomUUID(), List.of(CLAIRE), octets(), Set.of(), Instant.now(), Optional.empty());
    }

    @Test
    void delivery_is_seen_at_the_next_noop_with_its_keywords() throws Exception {
        announcements.announce(deliveries.deliver(mail));

        assertThat(told()).contains("* 1 EXISTS", "* 1 RECENT");
        assertThat(command("FETCH 1 (FLAGS RFC822.SIZE)"))
                .singleElement()
                .asString()
                .contains("HPRIM", "$SceauJudged", "\\Recent", "RFC822.SIZE " + TEXT.length());
    }

    @Test
    void delivery_that_was_not_told_is_told_by_the_second_attempt() throws Exception {
        deliveries.deliver(mail);
        assertThat(command("NOOP"))
                .as("the first attempt died before it told anybody")
                .isEmpty();

        Delivered again = deliveries.deliver(mail);
        announcements.announce(again);

        assertThat(again.arrivals()).isEmpty();
        assertThat(told()).contains("* 1 EXISTS");
        announcements.announce(again);
        announcements.announce(deliveries.deliver(other()));
        assertThat(told()).contains("* 2 EXISTS");
        assertThat(command("FETCH 1:* (UID)")).hasSize(2);
    }

    @Test
    void delivery_that_was_not_told_is_there_at_the_next_select() throws Exception {
        deliveries.deliver(mail);
        assertThat(command("SELECT INBOX")).contains("* 1 EXISTS");
    }
}
