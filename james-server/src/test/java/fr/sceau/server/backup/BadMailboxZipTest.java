package fr.sceau.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of which nothing is imported. */
final class BadMailboxZipTest {
    private final ZippedBoxes boxes;

    BadMailboxZipTest(@TempDir Path folder) throws IOException {
        this.boxes = new ZippedBoxes(folder);
    }

    @Test
    void a_changed_message_is_refused_and_nothing_is_imported() throws IOException {
        boxes.export();
        boxes.rewrite(entries -> entries.put("INBOX/0000000002.eml", "Subject: b\r\n\r\nbody\r\n".getBytes(UTF_8)));

        refused("pas celui que décrit le manifeste");
    }

    @Test
    void paths_out_of_the_archive_are_refused() throws IOException {
        for (String name : List.of("../evil.eml", "/etc/evil.eml", "INBOX/../../evil.eml", "..\\evil.eml")) {
            Files.deleteIfExists(boxes.zip);
            boxes.export();
            boxes.rewrite(entries -> entries.put(name, ZippedBoxes.LETTER));
            refused("chemin qui sort");
        }
    }

    @Test
    void a_file_that_the_manifest_does_not_name_is_refused() throws IOException {
        boxes.export();
        boxes.rewrite(entries -> entries.put("INBOX/9.eml", ZippedBoxes.LETTER));

        refused("dont le manifeste ne dit rien");
    }

    @Test
    void a_cut_archive_is_refused() throws IOException {
        boxes.export();
        byte[] whole = Files.readAllBytes(boxes.zip);
        for (int length = 0; length < whole.length; length += whole.length / 20) {
            Files.write(boxes.zip, Arrays.copyOf(whole, length));
            refused("ZIP entier");
        }
    }

    @Test
    void a_file_without_its_manifest_is_refused() throws IOException {
        boxes.export();
        boxes.rewrite(entries -> entries.remove("manifest.tsv"));

        refused("manifest.tsv manque");
    }

    @Test
    void a_message_that_unpacks_to_more_than_a_message_is_refused() throws IOException {
        boxes.export();
        byte[] zeros = new byte[(int) ZippedBoxes.LARGEST + 1];
        boxes.rewrite(entries -> {
            entries.put("INBOX/bomb.eml", zeros);
            entries.merge(
                    "manifest.tsv", manifestLine("INBOX/bomb.eml", "INBOX", zeros.length), BadMailboxZipTest::joined);
        });

        refused("plus d'octets que du courrier");
    }

    @Test
    void more_than_is_announced_is_not_unpacked() throws IOException {
        boxes.export();
        boxes.rewrite(entries -> {
            entries.put("INBOX/bomb.eml", new byte[(int) ZippedBoxes.LARGEST]);
            entries.merge("manifest.tsv", manifestLine("INBOX/bomb.eml", "INBOX", 5), BadMailboxZipTest::joined);
        });

        refused("pas celui que décrit le manifeste");
    }

    @Test
    void folders_that_are_no_mailbox_name_are_refused() throws IOException {
        for (String name :
                List.of("#private", "a//b", "Partages", "Partages/a@x.test", "a*", "a\u0007", "x".repeat(201), "")) {
            Files.deleteIfExists(boxes.zip);
            boxes.export();
            boxes.rewrite(entries -> {
                entries.put("a.eml", ZippedBoxes.LETTER);
                entries.merge(
                        "manifest.tsv",
                        manifestLine("a.eml", name, ZippedBoxes.LETTER.length),
                        BadMailboxZipTest::joined);
            });
            refused("dossier inacceptable");
        }
    }

    @Test
    void keywords_that_are_none_are_refused() throws IOException {
        for (String keyword : List.of("a)", "a\r\n*", "\\Recent", "é", "{3}")) {
            Files.deleteIfExists(boxes.zip);
            boxes.export();
            boxes.rewrite(entries -> {
                entries.put("a.eml", ZippedBoxes.LETTER);
                entries.merge("manifest.tsv", manifestLine("a.eml", keyword), BadMailboxZipTest::joined);
            });
            refused("mot-clé");
        }
    }

    private void refused(String why) {
        assertThatThrownBy(() -> boxes.importInto(ZippedBoxes.PAUL))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("rien n'est importé")
                .hasMessageContaining(why);
        assertThat(boxes.content(ZippedBoxes.PAUL)).isEmpty();
    }

    private static byte[] manifestLine(String path, String keyword) {
        return manifestLine(path, "INBOX", ZippedBoxes.LETTER.length, List.of(keyword));
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
}
