package fr.sceau.store.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentsTest {
    private static final long BIG = 40L * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final HikariDataSource database = (HikariDataSource) TestPostgres.fresh();
    private final Sql sql = new Sql(database);
    private final Contents contents = new Contents(database);

    @Test
    void forty_megabytes_pass_in_and_out_by_chunk() throws Exception {
        PseudoRandom message = new PseudoRandom(BIG);
        UUID id = write(message);
        assertThat(message.mostAtOnce()).isLessThanOrEqualTo(CHUNK);
        assertThat(largestChunk()).isEqualTo(CHUNK);
        byte[] piece = new byte[CHUNK];
        try (InputStream read = contents.open(id);
                InputStream expected = message.open()) {
            long octets = 0;
            int some;
            while ((some = read.read(piece, 0, piece.length)) > 0) {
                assertThat(Arrays.equals(expected.readNBytes(some), Arrays.copyOf(piece, some)))
                        .isTrue();
                assertThat(read.available()).isLessThan(CHUNK);
                assertThat(database.getHikariPoolMXBean().getActiveConnections())
                        .isZero();
                octets += some;
            }
            assertThat(octets).isEqualTo(BIG);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: 1\r\n\r\n|body\r\n",
                "A: 1\n\n|body",
                "A: 1\r\n|",
                "|",
                "\r\n|body",
                "A: 1\r\n b\r\n\r\n|\r\n\r\n",
                "A: 1\n\r\n|x"
            })
    void the_header_ends_with_the_empty_line(String cut) throws Exception {
        String whole = cut.replace("|", "");
        UUID id = write(OctetSource.of(whole.getBytes(StandardCharsets.US_ASCII)));
        assertThat(contents.header(id).orElseThrow()).asString().isEqualTo(cut.substring(0, cut.indexOf('|')));
        assertThat(all(contents.openBody(id))).isEqualTo(cut.substring(cut.indexOf('|') + 1));
        assertThat(all(contents.open(id))).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {CHUNK - 1, CHUNK, CHUNK + 1, 8 * CHUNK, 8 * CHUNK + 1})
    void bodies_at_the_edge_of_a_chunk_come_back_whole(int body) throws Exception {
        String whole = "A: 1\r\n\r\n" + "x".repeat(body);
        UUID id = write(OctetSource.of(whole.getBytes(StandardCharsets.US_ASCII)));
        assertThat(all(contents.open(id))).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 4 * CHUNK, 5 * CHUNK + 7, 6 * CHUNK, 9 * CHUNK})
    void a_body_is_read_from_any_octet_on(long from) throws Exception {
        StringBuilder body = new StringBuilder();
        while (body.length() < 6 * CHUNK) {
            body.append(body.length()).append(' ');
        }
        body.setLength(6 * CHUNK);
        UUID id = write(OctetSource.of(("A: 1\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII)));
        assertThat(all(contents.openBody(id, from))).isEqualTo(body.substring((int) Math.min(from, body.length())));
    }

    @Test
    void an_endless_header_is_cut_and_nothing_is_lost() throws Exception {
        String whole = "A: " + "x".repeat(3_000_000);
        UUID id = write(OctetSource.of(whole.getBytes(StandardCharsets.US_ASCII)));
        assertThat(contents.header(id).orElseThrow().length).isLessThan(1_000_000);
        assertThat(all(contents.open(id))).isEqualTo(whole);
    }

    @Test
    void a_message_shorter_than_announced_is_not_kept() {
        OctetSource liar = new OctetSource() {
            @Override
            public InputStream open() {
                return InputStream.nullInputStream();
            }

            @Override
            public long size() {
                return 5;
            }
        };
        assertThatThrownBy(() -> write(liar)).isInstanceOf(IOException.class);
        assertThat(count("content")).isZero();
    }

    @Test
    void what_is_held_is_not_released_and_what_is_not_goes_with_its_chunks() throws Exception {
        UUID held = write(OctetSource.of("A: 1\r\n\r\nheld".getBytes(StandardCharsets.US_ASCII)));
        UUID loose = write(OctetSource.of("A: 1\r\n\r\nloose".getBytes(StandardCharsets.US_ASCII)));
        hold(held);
        sql.<Integer, RuntimeException>transaction(c -> {
            Contents.release(c, List.of(held, loose));
            return 0;
        });
        assertThat(all(contents.open(held))).endsWith("held");
        assertThatThrownBy(() -> all(contents.open(loose))).isInstanceOf(FileNotFoundException.class);
        assertThat(count("content_chunk")).isEqualTo(1);
    }

    @Test
    void the_sweep_takes_what_is_old_and_held_by_nobody() throws Exception {
        UUID held = write(OctetSource.of("A: 1\r\n\r\nheld".getBytes(StandardCharsets.US_ASCII)));
        hold(held);
        for (int i = 0; i < 3; i++) {
            write(OctetSource.of("A: 1\r\n\r\nloose".getBytes(StandardCharsets.US_ASCII)));
        }
        assertThat(contents.sweep(Instant.now().minusSeconds(3600))).isZero();
        assertThat(contents.sweep(Instant.now().plusSeconds(3600))).isEqualTo(3);
        assertThat(count("content")).isEqualTo(1);
    }

    @Test
    void the_sweep_goes_on_behind_a_page_that_is_held_as_a_whole() throws Exception {
        byte[] octets = "A: 1\r\n\r\n-".getBytes(StandardCharsets.US_ASCII);
        write(OctetSource.of(octets));
        hold(write(OctetSource.of(octets)));
        for (int i = 0; i < 4; i++) {
            write(OctetSource.of(octets));
        }
        assertThat(contents.sweep(Instant.now().plusSeconds(3600), 1)).isEqualTo(5);
        assertThat(contents.sweep(Instant.now().plusSeconds(3600), 4)).isZero();
        assertThat(count("content")).isEqualTo(1);
    }

    @Test
    void identifiers_are_ordered_by_their_making() {
        List<String> ids =
                Stream.generate(() -> Contents.newId().toString()).limit(20_000).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(Contents.newId().version()).isEqualTo(7);
        assertThat(Contents.newId().variant()).isEqualTo(2);
    }

    @Test
    void a_header_length_that_was_told_is_kept() throws Exception {
        UUID id = Contents.newId();
        OctetSource octets = OctetSource.of("A: 1\r\n\r\nbody".getBytes(StandardCharsets.US_ASCII));
        sql.<Integer, Exception>transaction(c -> {
            Contents.write(c, id, octets, OptionalLong.of(6), Optional.empty());
            return 0;
        });
        assertThat(all(contents.openBody(id))).isEqualTo("\r\nbody");
    }

    private UUID write(OctetSource octets) throws Exception {
        UUID id = Contents.newId();
        sql.<Integer, Exception>transaction(c -> {
            Contents.write(c, id, octets, Optional.empty());
            return 0;
        });
        return id;
    }

    private void hold(UUID content) {
        sql.update("INSERT INTO mailbox (id, namespace, owner, name, uid_validity) VALUES (1, 'n', 'o', 'x', 1)");
        sql.update(
                "INSERT INTO message (mailbox_id, uid, modseq, content_id, thread_id, internal_date, answered, deleted,"
                        + " draft, flagged, recent, seen) VALUES (1, 1, 1, ?, ?, now(), false, false, false, false, false,"
                        + " false)",
                content,
                content);
    }

    private int largestChunk() {
        return sql.first("SELECT max(octet_length(octets)) FROM content_chunk", row -> row.getInt(1))
                .orElseThrow();
    }

    private long count(String table) {
        return sql.first("SELECT count(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }

    private static String all(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
