package fr.sceau.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.StoreException;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Database;
import fr.sceau.store.database.Sql;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class SnapshotTest {
    private static final UUID CONTENT = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private final DataSource source = TestPostgres.fresh();
    private final Sql sql = new Sql(source);

    @BeforeEach
    void some_rows() {
        sql.update("INSERT INTO account (address, label) VALUES ('a@x.test', 'Aé\tB'), ('b@x.test', '')");
        sql.update("INSERT INTO delegation (box, person, rights) VALUES ('a@x.test', 'b@x.test', 'rw')");
        sql.update("INSERT INTO mailbox (namespace, owner, name, uid_validity, keywords)"
                + " VALUES ('#private', 'a@x.test', 'INBOX', 77, '{un,\"deux trois\"}')");
        sql.update("INSERT INTO content (id, octets, header) VALUES (?, 200003, ?)", CONTENT, new byte[] {0, -1, 10});
        sql.update("INSERT INTO content_chunk VALUES (?, 0, ?)", CONTENT, new byte[200_000]);
        sql.update("INSERT INTO side_record VALUES (?, ?, 'trusted', '{\"a\": 1}', '{}', '[]')", CONTENT, CONTENT);
    }

    @Test
    void loaded_elsewhere_every_table_gives_the_same_octets() throws IOException {
        Map<String, byte[]> copies = copies();
        DataSource elsewhere = migrated("elsewhere");
        load(elsewhere, copies);

        assertThat(digests(elsewhere)).isEqualTo(digests(source)).hasSizeGreaterThan(10);
        assertThat(new Sql(elsewhere).query("SELECT keywords[2] FROM mailbox", row -> row.getString(1)))
                .containsExactly("deux trois");
    }

    @Test
    void numbers_go_on_where_they_stood() throws IOException {
        DataSource elsewhere = migrated("numbers");
        load(elsewhere, copies());

        List<Long> next = new Sql(elsewhere)
                .query(
                        "INSERT INTO mailbox (namespace, owner, name, uid_validity) VALUES ('n', 'o', 'x', 1) RETURNING id",
                        row -> row.getLong(1));
        assertThat(next).containsExactly(2L);
    }

    @Test
    void what_is_written_after_the_snapshot_is_not_in_it() throws IOException {
        Map<String, String> before = digests(source);
        try (Snapshot snapshot = Snapshot.open(source)) {
            sql.update("INSERT INTO account (address, label) VALUES ('c@x.test', '')");
            sql.update("UPDATE mailbox SET last_uid = 9");
            sql.update("DELETE FROM side_record");
            for (TableShape table : snapshot.tables()) {
                TableCopy copy = snapshot.copy(table, OutputStream.nullOutputStream());
                assertThat(copy.sha256()).as(table.name()).isEqualTo(before.get(table.name()));
            }
        }
        assertThat(digests(source)).isNotEqualTo(before);
    }

    @Test
    void one_changed_value_changes_the_digest_of_its_table_alone() throws IOException {
        Map<String, String> before = digests(source);
        sql.update("UPDATE mailbox SET uid_validity = uid_validity + 1");
        Map<String, String> after = digests(source);

        assertThat(after.remove("mailbox")).isNotEqualTo(before.remove("mailbox"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void rows_that_refer_to_nothing_are_refused_and_leave_the_database_empty() throws IOException {
        Map<String, byte[]> copies = copies();
        copies.put("account", emptyCopy());
        DataSource elsewhere = migrated("dangling");

        assertThatThrownBy(() -> load(elsewhere, copies)).isInstanceOf(StoreException.class);
        assertThat(new Sql(elsewhere).query("SELECT count(*) FROM mailbox", row -> row.getLong(1)))
                .containsExactly(0L);
    }

    @Test
    void foreign_keys_are_in_force_again_after_loading() throws IOException {
        DataSource elsewhere = migrated("keys");
        load(elsewhere, copies());

        assertThatThrownBy(() -> new Sql(elsewhere)
                        .update("INSERT INTO delegation (box, person, rights) VALUES ('nobody', 'b@x.test', 'r')"))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void numbers_given_after_the_copy_are_not_given_again() {
        Counters.leap(source);

        assertThat(sql.query("SELECT last_uid + highest_modseq FROM mailbox", row -> row.getLong(1)))
                .containsExactly(2_000_001L);
    }

    private Map<String, byte[]> copies() throws IOException {
        Map<String, byte[]> copies = new HashMap<>();
        try (Snapshot snapshot = Snapshot.open(source)) {
            for (TableShape table : snapshot.tables()) {
                ByteArrayOutputStream copy = new ByteArrayOutputStream();
                snapshot.copy(table, copy);
                copies.put(table.name(), copy.toByteArray());
            }
        }
        return copies;
    }

    private byte[] emptyCopy() throws IOException {
        sql.update("DELETE FROM delegation");
        sql.update("DELETE FROM account");
        return copies().getOrDefault("account", new byte[0]);
    }

    private void load(DataSource elsewhere, Map<String, byte[]> copies) throws IOException {
        try (Snapshot snapshot = Snapshot.open(source);
                DatabaseLoad load = DatabaseLoad.into(elsewhere)) {
            for (TableShape table : load.tables()) {
                load.load(table, new ByteArrayInputStream(copies.getOrDefault(table.name(), new byte[0])));
            }
            load.commit(snapshot.sequences());
        }
    }

    private static Map<String, String> digests(DataSource database) throws IOException {
        Map<String, String> digests = new HashMap<>();
        try (Snapshot snapshot = Snapshot.open(database)) {
            for (TableShape table : snapshot.tables()) {
                digests.put(
                        table.name(),
                        snapshot.copy(table, OutputStream.nullOutputStream()).sha256());
            }
        }
        return digests;
    }

    private DataSource migrated(String name) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.emptyDatabase(name));
        database.setUser("postgres");
        try (Snapshot snapshot = Snapshot.open(source)) {
            List<Migration> migrations = snapshot.migrations();
            Database.migrate(database, migrations.get(migrations.size() - 1).version());
        }
        return database;
    }
}
