package fr.sceau.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.server.ServerException;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.backup.BoxWriting;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.database.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailboxZipTest {
    private static final String CLAIRE = "claire@x.test";
    private static final String PAUL = "paul@x.test";
    private static final String FOLDER = "Dr. Petit./../À: classer";
    private static final byte[] LETTER = "Subject: a\r\n\r\nbody\r\n".getBytes(UTF_8);
    private static final byte[] BIG = big();
    private static final long LARGEST = 1 << 20;

    @TempDir
    private Path folder = Path.of("");

    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);
    private Path zip = Path.of("");

    @BeforeEach
    void two_boxes_and_some_mail() throws IOException {
        zip = folder.resolve("claire.zip");
        for (String address : List.of(CLAIRE, PAUL)) {
            sql.update(
                    "INSERT INTO account (address, label, kind, custody) VALUES (?, '', 'PER', 'OPERATOR')", address);
        }
        add(CLAIRE, "INBOX", LETTER, List.of("\\Seen", "\\Flagged"), List.of("urgent", "$Label1"));
        add(CLAIRE, "INBOX", LETTER, List.of(), List.of());
        add(CLAIRE, FOLDER, BIG, List.of("\\Answered"), List.of());
        sql.update("INSERT INTO side_record (content_id, mail, verdict, evidence, origin, documents)"
                + " SELECT content_id, content_id, 'trusted', '{\"who\": \"Dr\\tX\"}', '{}', '[]'"
                + " FROM message WHERE flagged");
    }

    @Test
    void each_message_is_a_file_octet_by_octet_in_the_folder_of_its_mailbox() throws IOException {
        MailboxExport.Written written = export();

        assertThat(written).isEqualTo(new MailboxExport.Written(2, 3));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(octets(file, "INBOX/0000000001.eml")).isEqualTo(LETTER);
            assertThat(octets(file, "INBOX/0000000002.eml")).isEqualTo(LETTER);
            assertThat(octets(file, "Dr. Petit./%2E%2E/À%3A classer/0000000001.eml"))
                    .isEqualTo(BIG);
            assertThat(new String(octets(file, "manifest.tsv"), UTF_8))
                    .contains("\\\\Flagged \\\\Seen\turgent $Label1\t20\t")
                    .contains("\"verdict\": \"trusted\"");
        }
    }

    @Test
    void imported_elsewhere_mail_flags_and_dates_are_the_same() throws IOException {
        export();

        assertThat(importInto(PAUL)).isEqualTo(new MailboxImport.Imported(3, 0));
        assertThat(content(PAUL)).isEqualTo(content(CLAIRE)).hasSize(3);
    }

    @Test
    void imported_twice_it_adds_nothing() throws IOException {
        export();
        importInto(PAUL);

        assertThat(importInto(PAUL)).isEqualTo(new MailboxImport.Imported(0, 3));
        assertThat(importInto(CLAIRE)).isEqualTo(new MailboxImport.Imported(0, 3));
    }

    @Test
    void what_was_deleted_meanwhile_comes_back_once() throws IOException {
        export();
        sql.update("DELETE FROM message WHERE uid = 1 AND NOT answered");

        assertThat(importInto(CLAIRE)).isEqualTo(new MailboxImport.Imported(1, 2));
    }

    @Test
    void no_imported_message_counts_as_judged() throws IOException {
        add(CLAIRE, "INBOX", LETTER, List.of(), List.of("$SceauJudged", "$sceaujudged"));
        export();
        importInto(PAUL);

        assertThat(sql.query(
                        "SELECT 1 FROM side_record s JOIN message m USING (content_id) JOIN mailbox b ON b.id = m.mailbox_id"
                                + " WHERE b.owner = ?",
                        row -> 1,
                        PAUL))
                .isEmpty();
        assertThat(sql.query("SELECT 1 FROM message WHERE lower(keywords::text) LIKE '%judged%'", row -> 1))
                .isEmpty();
    }

    @Test
    void a_changed_message_is_refused_and_nothing_is_imported() throws IOException {
        export();
        rewrite(entries -> entries.put("INBOX/0000000002.eml", "Subject: b\r\n\r\nbody\r\n".getBytes(UTF_8)));

        refused("pas celui que décrit le manifeste");
    }

    @Test
    void paths_out_of_the_archive_are_refused() throws IOException {
        for (String name : List.of("../evil.eml", "/etc/evil.eml", "INBOX/../../evil.eml", "..\\evil.eml")) {
            Files.deleteIfExists(zip);
            export();
            rewrite(entries -> entries.put(name, LETTER));
            refused("chemin qui sort");
        }
    }

    @Test
    void a_file_that_the_manifest_does_not_name_is_refused() throws IOException {
        export();
        rewrite(entries -> entries.put("INBOX/9.eml", LETTER));

        refused("dont le manifeste ne dit rien");
    }

    @Test
    void a_cut_archive_is_refused() throws IOException {
        export();
        byte[] whole = Files.readAllBytes(zip);
        for (int length = 0; length < whole.length; length += whole.length / 20) {
            Files.write(zip, Arrays.copyOf(whole, length));
            refused("ZIP entier");
        }
    }

    @Test
    void a_file_without_its_manifest_is_refused() throws IOException {
        export();
        rewrite(entries -> entries.remove("manifest.tsv"));

        refused("manifest.tsv manque");
    }

    @Test
    void a_message_that_unpacks_to_more_than_a_message_is_refused() throws IOException {
        export();
        byte[] zeros = new byte[(int) LARGEST + 1];
        rewrite(entries -> {
            entries.put("INBOX/bomb.eml", zeros);
            entries.merge(
                    "manifest.tsv", manifestLine("INBOX/bomb.eml", "INBOX", zeros.length), MailboxZipTest::joined);
        });

        refused("plus d'octets que du courrier");
    }

    @Test
    void more_than_is_announced_is_not_unpacked() throws IOException {
        export();
        rewrite(entries -> {
            entries.put("INBOX/bomb.eml", new byte[(int) LARGEST]);
            entries.merge("manifest.tsv", manifestLine("INBOX/bomb.eml", "INBOX", 5), MailboxZipTest::joined);
        });

        refused("pas celui que décrit le manifeste");
    }

    @Test
    void folders_that_are_no_mailbox_name_are_refused() throws IOException {
        for (String name :
                List.of("#private", "a//b", "Partages", "Partages/a@x.test", "a*", "a\u0007", "x".repeat(201), "")) {
            Files.deleteIfExists(zip);
            export();
            rewrite(entries -> {
                entries.put("a.eml", LETTER);
                entries.merge("manifest.tsv", manifestLine("a.eml", name, LETTER.length), MailboxZipTest::joined);
            });
            refused("dossier inacceptable");
        }
    }

    @Test
    void keywords_that_are_none_are_refused() throws IOException {
        for (String keyword : List.of("a)", "a\r\n*", "\\Recent", "é", "{3}")) {
            Files.deleteIfExists(zip);
            export();
            rewrite(entries -> {
                entries.put("a.eml", LETTER);
                entries.merge("manifest.tsv", manifestLine("a.eml", keyword), MailboxZipTest::joined);
            });
            refused("mot-clé");
        }
    }

    @Test
    void an_address_without_mailbox_gets_nothing() throws IOException {
        export();

        assertThatThrownBy(() -> importInto("nobody@x.test"))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("pas ici");
        assertThatThrownBy(() -> new MailboxExport(database, Progress.silent())
                        .write("nobody@x.test", folder.resolve("none.zip")))
                .isInstanceOf(ServerException.class);
        assertThat(folder.resolve("none.zip")).doesNotExist();
    }

    private void refused(String why) {
        assertThatThrownBy(() -> importInto(PAUL))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("rien n'est importé")
                .hasMessageContaining(why);
        assertThat(content(PAUL)).isEmpty();
    }

    private MailboxExport.Written export() throws IOException {
        return new MailboxExport(database, Progress.silent()).write(CLAIRE, zip);
    }

    private MailboxImport.Imported importInto(String address) throws IOException {
        return new MailboxImport(database, LARGEST).read(address, zip, label -> Progress.silent());
    }

    private void add(String address, String name, byte[] octets, List<String> flags, List<String> keywords)
            throws IOException {
        try (BoxWriting writing = BoxWriting.open(database, address).orElseThrow()) {
            writing.add(
                    writing.folder(name),
                    new BoxWriting.NewMail(
                            OctetSource.of(octets), Instant.parse("2026-11-22T01:02:03Z"), flags, keywords));
        }
    }

    private List<String> content(String address) {
        return sql.query(
                "SELECT concat_ws('|', b.name, m.internal_date, answered, deleted, draft, flagged, seen, m.keywords, c.octets,"
                        + " md5(c.header), (SELECT string_agg(md5(octets), ',' ORDER BY number) FROM content_chunk k"
                        + " WHERE k.content_id = c.id)) FROM message m JOIN mailbox b ON b.id = m.mailbox_id"
                        + " JOIN content c ON c.id = m.content_id WHERE b.owner = ? ORDER BY b.name, m.uid",
                row -> row.getString(1),
                address);
    }

    private interface Change {
        void to(Map<String, byte[]> entries);
    }

    private void rewrite(Change change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            file.stream().forEach(entry -> entries.put(entry.getName(), octets(file, entry.getName())));
        }
        change.to(entries);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream changed = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : new ArrayList<>(entries.entrySet())) {
                changed.putNextEntry(new ZipEntry(entry.getKey()));
                changed.write(entry.getValue());
            }
        }
    }

    private static byte[] manifestLine(String path, String keyword) {
        return manifestLine(path, "INBOX", LETTER.length, List.of(keyword));
    }

    private static byte[] manifestLine(String path, String folder, long octets) {
        return manifestLine(path, folder, octets, List.of());
    }

    private static byte[] manifestLine(String path, String folder, long octets, List<String> keywords) {
        String digest = HexFormat.of().formatHex(new byte[32]);
        return new BoxLine(path, folder, 9, Instant.EPOCH, List.of(), keywords, octets, digest, "")
                .text()
                .concat("\n")
                .getBytes(UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return (new String(first, UTF_8) + new String(second, UTF_8)).getBytes(UTF_8);
    }

    private static byte[] octets(ZipFile file, String name) {
        try {
            return file.getInputStream(file.getEntry(name)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] big() {
        byte[] body = new byte[300_000];
        new Random(7).nextBytes(body);
        byte[] message = new byte[LETTER.length + body.length];
        System.arraycopy(LETTER, 0, message, 0, LETTER.length);
        System.arraycopy(body, 0, message, LETTER.length, body.length);
        return message;
    }
}
