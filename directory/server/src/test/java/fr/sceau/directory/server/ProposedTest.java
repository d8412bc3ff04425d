package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.directory.server.ldap.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 22, 27: mailboxes that are there and are not to be proposed. */
final class ProposedTest {
    private static final String BASE = "ou=boites,o=annuaire-sante";
    private static final String FOREIGN = "zoe.dartagnan@autre.mssante.test";
    private static final String HEADER = TestFiles.OWN_HEADER + "\tredlist\n";

    private final Path home;
    private final DirectoryFixture directory;

    ProposedTest(@TempDir Path home) throws Exception {
        this.home = home;
        operators("# listed\n" + "Autre.mssante.test\tCN=mx\n");
        this.directory = TlsWorld.start(Files.createDirectories(home.resolve("directory")), Limits.USUAL);
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    private void operators(String lines) {
        TestFiles.write(home.resolve("conf").resolve("operators.tsv"), lines);
    }

    private void own(String... lines) {
        TestFiles.write(DirectoryFixture.own(home.resolve("directory")), HEADER + String.join("\n", lines) + "\n");
    }

    private List<String> proposed(String words) throws Exception {
        return directory.client.search(words, 10).stream()
                .map(MailboxEntry::address)
                .toList();
    }

    private List<String> seenFromElsewhere(String filter) throws Exception {
        try (LDAPConnection elsewhere = TlsWorld.connect(directory)) {
            return elsewhere.search(BASE, com.unboundid.ldap.sdk.SearchScope.SUB, filter).getSearchEntries().stream()
                    .map(entry -> entry.getAttributeValue("mail"))
                    .toList();
        }
    }

    @Test
    void mailbox_to_which_mail_would_be_refused_is_marked_and_not_proposed() throws Exception {
        assertThat(proposed("dartagnan")).containsExactly(FOREIGN);
        operators("encore.mssante.test\tCN=mx\n");
        eventually(() -> proposed("dartagnan").isEmpty());
        assertThat(directory
                        .connection
                        .getEntry("mail=" + FOREIGN + "," + BASE)
                        .getAttributeValue("asHorsListeBlanche"))
                .isEqualTo("TRUE");
        assertThat(directory.client.byMail(FOREIGN))
                .as("who knows it may look it up")
                .isPresent();
        assertThat(proposed("service 7")).as("of the house").contains("c7@exemple.mssante.test");
        operators("# nothing is known\n");
        eventually(() -> proposed("dartagnan").equals(List.of(FOREIGN)));
    }

    @Test
    void red_listed_mailbox_is_found_by_no_search_and_by_nobody_elsewhere() throws Exception {
        own(
                "rouge@exemple.mssante.test\tPER\t899700218896\t1990000001\tRouge\tClaire\t\tMédecin\t\tyes",
                "verte@exemple.mssante.test\tPER\t899700218896\t1990000001\tVerte\tClaire\t\tMédecin\t\t");
        eventually(() -> directory.client.byMail("rouge@exemple.mssante.test").isPresent());
        assertThat(proposed("claire")).containsExactly("verte@exemple.mssante.test");
        assertThat(seenFromElsewhere("(givenName=claire)")).containsExactly("verte@exemple.mssante.test");
        assertThat(seenFromElsewhere("(mail=rouge@exemple.mssante.test)")).isEmpty();
    }

    /** Published before its holder asked for the red list: the extraction of today names it still. */
    @Test
    void red_list_hides_what_the_country_tells_of_the_mailbox_too() throws Exception {
        assertThat(seenFromElsewhere("(mail=" + FOREIGN + ")")).containsExactly(FOREIGN);
        own(FOREIGN + "\tPER\t899700218896\t1990000001\tD'Artagnan\tZoé\t\tMédecin\t\tyes");
        eventually(() -> seenFromElsewhere("(mail=" + FOREIGN + ")").isEmpty());
        try (LDAPConnection elsewhere = TlsWorld.connect(directory)) {
            assertThat(elsewhere.getEntry("mail=" + FOREIGN + "," + BASE)).isNull();
        }
        assertThat(directory.client.byMail(FOREIGN))
                .as("submission has to know whose it is")
                .isPresent();
    }

    @Test
    void rank_and_service_of_the_houses_mailboxes_are_served_and_who_answers_for_them_is_not() throws Exception {
        TestFiles.write(
                DirectoryFixture.own(home.resolve("directory")),
                TestFiles.OWN_HEADER + "\trank\tservice\tresponsible\n"
                        + "labo@exemple.mssante.test\tAPP\t\t1990000001\t\t\tAutomate\t\t\t1\tLaboratoire\tMme Roche\n");
        eventually(() -> directory.client.byMail("labo@exemple.mssante.test").isPresent());
        Entry entry = directory.connection.getEntry("mail=labo@exemple.mssante.test," + BASE);
        assertThat(entry.getAttributeValue("asRang")).isEqualTo("1");
        assertThat(entry.getAttributeValue("asService")).isEqualTo("Laboratoire");
        assertThat(entry.toLDIFString()).doesNotContain("Roche");
        assertThat(seenFromElsewhere("(asRang=1)")).containsExactly("labo@exemple.mssante.test");
    }
}
