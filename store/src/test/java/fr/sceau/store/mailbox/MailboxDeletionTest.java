package fr.sceau.store.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.Contents;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.database.Sql;
import fr.sceau.store.message.MessageRows;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.mail.Flags;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.junit.jupiter.api.Test;

final class MailboxDeletionTest {
    private static final Username MARIE = Username.of("marie@cabinet.test");

    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);
    private final JdbcMailboxMapper mapper = new JdbcMailboxMapper(database);

    @Test
    void octets_go_with_the_last_mailbox_that_has_them() throws Exception {
        Mailbox inbox = create("INBOX");
        Mailbox labo = create("Labo");
        add("seul", inbox);
        UUID shared = add("partout", inbox, labo);
        mapper.delete(inbox).block();
        assertThat(contents()).containsExactly(shared);
        mapper.delete(labo).block();
        assertThat(contents()).isEmpty();
        assertThat(sql.query("SELECT 1 FROM content_chunk", row -> 1)).isEmpty();
    }

    @Test
    void a_number_is_not_given_twice_and_what_is_gone_gives_no_uid() {
        Mailbox gone = create("INBOX");
        mapper.delete(gone).block();
        assertThat(create("INBOX").getMailboxId()).isNotEqualTo(gone.getMailboxId());
        assertThatThrownBy(() -> new JdbcUidProvider(database).nextUid(gone))
                .isInstanceOf(MailboxNotFoundException.class);
        assertThatThrownBy(() -> new JdbcModSeqProvider(database).nextModSeq(gone))
                .isInstanceOf(MailboxNotFoundException.class);
    }

    private UUID add(String text, Mailbox... boxes) {
        UUID id = Contents.newId();
        List<Long> numbers = List.of(boxes).stream()
                .map(box -> MailboxNumber.of(box).value())
                .toList();
        return sql.<UUID, RuntimeException>transaction(connection -> {
            try {
                Contents.write(connection, id, source("Subject: x\r\n\r\n" + text), Optional.empty());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            Instant now = Instant.now();
            MessageRows.add(connection, numbers, new MessageRows.NewMessage(id, id, now, now, new Flags(), 18));
            return id;
        });
    }

    private static OctetSource source(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return new OctetSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(octets);
            }

            @Override
            public long size() {
                return octets.length;
            }
        };
    }

    private List<UUID> contents() {
        return sql.query("SELECT id FROM content", row -> row.getObject(1, UUID.class));
    }

    private Mailbox create(String name) {
        return Objects.requireNonNull(mapper.create(MailboxPath.forUser(MARIE, name), UidValidity.of(42))
                .block());
    }
}
