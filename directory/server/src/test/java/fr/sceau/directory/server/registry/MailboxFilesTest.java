package fr.sceau.directory.server.registry;

import static fr.sceau.directory.server.TestFiles.MAILBOX_HEADER;
import static fr.sceau.directory.server.TestFiles.line;
import static fr.sceau.directory.server.TestFiles.mailboxes;
import static fr.sceau.directory.server.TestFiles.own;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of mailboxes. */
final class MailboxFilesTest {
    private final Path folder;

    MailboxFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"a b@c.test", "a@@c.test", "a@c.test.", "a@c", "a@-c.test", "''"})
    void a_malformed_address_goes_to_quarantine(String address) throws Exception {
        String good = line(MAILBOX_HEADER, Map.of("Type de BAL", "ORG", "Adresse BAL", "Service@C.test"));
        String bad = line(MAILBOX_HEADER, Map.of("Type de BAL", "ORG", "Adresse BAL", address));
        Table<Mailbox> table = MailboxFile.format().read(mailboxes(folder.resolve("m.txt"), good, bad));
        assertThat(table.rows()).extracting(Mailbox::address).containsExactly("service@c.test");
        assertThat(table.quarantine().reasons()).containsExactly(Map.entry("address malformed", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1,990000001,1990000001",
        "1,1990000001,1990000001",
        "FINESS,2A0000001,12A0000001",
        "3,12345678901234,312345678901234"
    })
    void a_structure_is_its_type_digit_and_number(String type, String number, String expected) throws Exception {
        String row = line(
                MAILBOX_HEADER,
                Map.of(
                        "Type de BAL",
                        "APP",
                        "Adresse BAL",
                        "a@c.test",
                        "Type identifiant structure",
                        type,
                        "Identification Structure",
                        number));
        assertThat(MailboxFile.format()
                        .read(mailboxes(folder.resolve("m.txt"), row))
                        .rows())
                .extracting(Mailbox::structure)
                .containsExactly(expected);
    }

    @Test
    void the_operators_table_may_be_empty_and_leave_out_last_cells() throws Exception {
        assertThat(OwnMailboxFile.format().read(own(folder.resolve("e.tsv"))).rows())
                .isEmpty();
        Path file = own(
                folder.resolve("o.tsv"),
                "a@c.test\tORG\t\t1990000001",
                "b@c.test\tXXX",
                "c@c.test\tPER\t\t\t\t\t\t\tyes");
        Table<Mailbox> table = OwnMailboxFile.format().read(file);
        assertThat(table.rows()).extracting(Mailbox::address).containsExactly("a@c.test");
        assertThat(table.quarantine().size()).isEqualTo(2);
    }
}
