package fr.sceau.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/** Two boxes, the mail of one of them, and the archive that it is written to and read from. */
final class ZippedBoxes {
    static final String CLAIRE = "claire@x.test";
    static final String PAUL = "paul@x.test";
    static final String FOLDER = "Dr. Petit./../À: classer";
    static final byte[] LETTER = "Subject: a\r\n\r\nbody\r\n".getBytes(UTF_8);
    static final byte[] BIG = big();
    static final long LARGEST = 1 << 20;

    final DataSource database = TestPostgres.fresh();
    final Sql sql = new Sql(database);
    final Path zip;

    ZippedBoxes(Path folder) throws IOException {
        this.zip = folder.resolve("claire.zip");
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

    MailboxExport.Written export() throws IOException {
        return new MailboxExport(database, Progress.silent()).write(CLAIRE, zip);
    }

    MailboxImport.Imported importInto(String address) throws IOException {
        return new MailboxImport(database, LARGEST).read(address, zip, label -> Progress.silent());
    }

    void add(String address, String name, byte[] octets, List<String> flags, List<String> keywords) throws IOException {
        try (BoxWriting writing = BoxWriting.open(database, address).orElseThrow()) {
            writing.add(
                    writing.folder(name),
                    new BoxWriting.NewMail(
                            OctetSource.of(octets), Instant.parse("2026-11-22T01:02:03Z"), flags, keywords));
        }
    }

    List<String> content(String address) {
        return sql.query(
                "SELECT concat_ws('|', b.name, m.internal_date, answered, deleted, draft, flagged, seen, m.keywords, c.octets,"
                        + " md5(c.header), (SELECT string_agg(md5(octets), ',' ORDER BY number) FROM content_chunk k"
                        + " WHERE k.content_id = c.id)) FROM message m JOIN mailbox b ON b.id = m.mailbox_id"
                        + " JOIN content c ON c.id = m.content_id WHERE b.owner = ? ORDER BY b.name, m.uid",
                row -> row.getString(1),
                address);
    }

    interface Change {
        void to(Map<String, byte[]> entries);
    }

    void rewrite(Change change) throws IOException {
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

    static byte[] octets(ZipFile file, String name) {
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
