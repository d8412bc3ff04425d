package fr.sceau.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail of a box in an archive, and back. */
final class MailboxZipTest {
    private final Path folder;
    private final ZippedBoxes boxes;

    MailboxZipTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.boxes = new ZippedBoxes(folder);
    }

    @Test
    void each_message_is_a_file_octet_by_octet_in_the_folder_of_its_mailbox() throws IOException {
        MailboxExport.Written written = boxes.export();

        assertThat(written).isEqualTo(new MailboxExport.Written(2, 3));
        try (ZipFile file = new ZipFile(boxes.zip.toFile())) {
            assertThat(ZippedBoxes.octets(file, "INBOX/0000000001.eml")).isEqualTo(ZippedBoxes.LETTER);
            assertThat(ZippedBoxes.octets(file, "INBOX/0000000002.eml")).isEqualTo(ZippedBoxes.LETTER);
            assertThat(ZippedBoxes.octets(file, "Dr. Petit./%2E%2E/À%3A classer/0000000001.eml"))
                    .isEqualTo(ZippedBoxes.BIG);
            assertThat(new String(ZippedBoxes.octets(file, "manifest.tsv"), UTF_8))
                    .contains("\\\\Flagged \\\\Seen\turgent $Label1\t20\t")
                    .contains("\"verdict\": \"trusted\"");
        }
    }

    @Test
    void imported_elsewhere_mail_flags_and_dates_are_the_same() throws IOException {
        boxes.export();

        assertThat(boxes.importInto(ZippedBoxes.PAUL)).isEqualTo(new MailboxImport.Imported(3, 0));
        assertThat(boxes.content(ZippedBoxes.PAUL))
                .isEqualTo(boxes.content(ZippedBoxes.CLAIRE))
                .hasSize(3);
    }

    @Test
    void imported_twice_it_adds_nothing() throws IOException {
        boxes.export();
        boxes.importInto(ZippedBoxes.PAUL);

        assertThat(boxes.importInto(ZippedBoxes.PAUL)).isEqualTo(new MailboxImport.Imported(0, 3));
        assertThat(boxes.importInto(ZippedBoxes.CLAIRE)).isEqualTo(new MailboxImport.Imported(0, 3));
    }

    @Test
    void what_was_deleted_meanwhile_comes_back_once() throws IOException {
        boxes.export();
        boxes.sql.update("DELETE FROM message WHERE uid = 1 AND NOT answered");

        assertThat(boxes.importInto(ZippedBoxes.CLAIRE)).isEqualTo(new MailboxImport.Imported(1, 2));
    }

    @Test
    void no_imported_message_counts_as_judged() throws IOException {
        boxes.add(ZippedBoxes.CLAIRE, "INBOX", ZippedBoxes.LETTER, List.of(), List.of("$SceauJudged", "$sceaujudged"));
        boxes.export();
        boxes.importInto(ZippedBoxes.PAUL);

        assertThat(boxes.sql.query(
                        "SELECT 1 FROM side_record s JOIN message m USING (content_id) JOIN mailbox b ON b.id = m.mailbox_id"
                                + " WHERE b.owner = ?",
                        row -> 1,
                        ZippedBoxes.PAUL))
                .isEmpty();
        assertThat(boxes.sql.query("SELECT 1 FROM message WHERE lower(keywords::text) LIKE '%judged%'", row -> 1))
                .isEmpty();
    }

    @Test
    void an_address_without_mailbox_gets_nothing() throws IOException {
        boxes.export();

        assertThatThrownBy(() -> boxes.importInto("nobody@x.test"))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("pas ici");
        assertThatThrownBy(() -> new MailboxExport(boxes.database, Progress.silent())
                        .write("nobody@x.test", folder.resolve("none.zip")))
                .isInstanceOf(ServerException.class);
        assertThat(folder.resolve("none.zip")).doesNotExist();
    }
}
