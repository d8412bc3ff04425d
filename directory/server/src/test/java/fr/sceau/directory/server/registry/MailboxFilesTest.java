package fr.sceau.directory.server.registry;

import static fr.sceau.directory.server.TestFiles.MAILBOX_HEADER;
import static fr.sceau.directory.server.TestFiles.line;
import static fr.sceau.directory.server.TestFiles.mailboxes;
import static fr.sceau.directory.server.TestFiles.own;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.TestFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
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

    private static final String WIDE =
            TestFiles.OWN_HEADER + "\tformats\tmaxsize\tredlist\trank\tservice\tresponsible\n";

    @Test
    void a_mailbox_of_the_house_may_have_a_rank_a_service_and_somebody_responsible() throws Exception {
        Path file = TestFiles.write(
                folder.resolve("o.tsv"),
                WIDE + "a@c.test\tAPP\t\t1990000001\t\t\tAutomate\t\t\t\t\t\t1\tLaboratoire\tMme Roche, poste 12\n"
                        + "b@c.test\tORG\t\t1990000001\n");
        Table<Mailbox> table = OwnMailboxFile.format().read(file);
        assertThat(table.rows()).extracting(Mailbox::service).containsExactly("Laboratoire", "");
        assertThat(table.rows())
                .extracting(Mailbox::declared)
                .containsExactly(new Declared(false, Set.of(), 0, false, 1, "Mme Roche, poste 12"), Declared.NOTHING);
    }

    /** The report names the line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@c.test;XXX | type : ni PER, ni ORG, ni APP, ni CAB",
                "a c@c.test;ORG | address : adresse malformée",
                "a@c.test;PER;812345678901 | idnat : ni 8 et un numéro RPPS juste, ni une autre identification nationale",
                "a@c.test;ORG;;1;;;;;yes | smime : rien, ou « declared »",
                "a@c.test;ORG;;1;;;;;;WORD | formats : parmi CDA, HL7, HPRIM, PDF, XDM",
                "a@c.test;ORG;;1;;;;;;;grand | maxsize : un nombre d'octets",
                "a@c.test;ORG;;1;;;;;;;;oui | redlist : rien, ou « yes »",
                "a@c.test;ORG;;1;;;;;;;;;0 | rank : un nombre, 1 pour la boîte préférée",
                "a@c.test;ORG;;1;;;;;;;;;premier | rank : un nombre, 1 pour la boîte préférée"
            })
    void what_is_wrong_in_the_operators_table_is_told_in_french_by_line(String line, String reason) throws Exception {
        Path file = TestFiles.write(folder.resolve("o.tsv"), WIDE + "\n" + line.replace(';', '\t') + "\n");
        assertThat(OwnMailboxFile.format().read(file).quarantine().lines())
                .containsExactly(new Quarantine.Line(3, reason));
    }
}
