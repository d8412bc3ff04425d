package fr.sceau.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.StoreException;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.database.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class BoxWritingTest {
    private static final String CLAIRE = "claire@x.test";

    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);

    private BoxWriting open() {
        sql.update(
                "INSERT INTO account (address, label, kind, custody) VALUES (?, '', 'PER', 'OPERATOR')"
                        + " ON CONFLICT DO NOTHING",
                CLAIRE);
        return BoxWriting.open(database, CLAIRE).orElseThrow();
    }

    @Test
    void a_message_for_a_folder_that_was_deleted_meanwhile_does_not_count_as_added() {
        try (BoxWriting writing = open()) {
            long folder = writing.folder("Archives");
            sql.update("DELETE FROM mailbox WHERE id = ?", folder);
            BoxWriting.NewMail mail = new BoxWriting.NewMail(
                    OctetSource.of("Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.US_ASCII)),
                    Instant.EPOCH,
                    List.of(),
                    List.of());
            assertThatThrownBy(() -> writing.add(folder, mail)).isInstanceOf(StoreException.class);
        }
        assertThat(sql.query("SELECT 1 FROM content", row -> 1)).isEmpty();
    }

    @Test
    void once_closed_the_address_is_free_for_the_next() {
        open().close();
        assertThat(sql.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'", row -> 1))
                .isEmpty();
    }
}
