package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.IndexException;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.ldap.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The country in its index, what the operator's files lay over it, and how both are followed. */
final class OverlayTest {
    private static final String ZOE = "zoe.dartagnan@autre.mssante.test";
    private static final String ZOE_DN = "mail=" + ZOE + ",ou=boites,o=annuaire-sante";
    private static final String OWN_ZOE = ZOE + "\tPER\t899700218896\t1990000001\tOWN\tZoé\tZoé chez nous\tMédecin\t";

    private final Path folder;

    OverlayTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Optional<String> shownName(DirectoryFixture directory) throws Exception {
        return directory.client.byMail(ZOE).map(MailboxEntry::displayName);
    }

    @Test
    void the_operators_word_prevails_over_the_country_as_long_as_he_gives_it() throws Exception {
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            assertThat(shownName(directory)).hasValue("DR Zoé D'ARTAGNAN");
            TestFiles.own(DirectoryFixture.own(folder), OWN_ZOE);
            eventually(() -> shownName(directory).equals(Optional.of("Zoé chez nous")));
            assertThat(directory.mails(Filter.create("(cn=*artagnan*)"))).isEmpty();
            assertThat(directory.mails(Filter.create("(mail=" + ZOE + ")"))).containsExactly(ZOE);
            TestFiles.own(DirectoryFixture.own(folder), SampleWorld.OWN_SERVICE);
            eventually(() -> shownName(directory).equals(Optional.of("DR Zoé D'ARTAGNAN")));
            assertThat(directory.mails(Filter.create("(cn=*artagnan*)"))).containsExactly(ZOE);
        }
    }

    @Test
    void an_import_of_another_process_is_served_and_what_lies_over_it_follows(@TempDir Path home) throws Exception {
        TrustWorld world = new TrustWorld(home);
        X509Certificate certificate = TrustWorld.doctor().mail(ZOE).encryption().certificate();
        world.bind(ZOE, TrustWorld.ZOE_NUMBER, certificate);
        try (DirectoryFixture directory = world.start()) {
            Entry changed = new Entry(
                    ZOE_DN,
                    new Attribute("objectClass", "top", "person", "inetOrgPerson", "asBAL"),
                    new Attribute("mail", ZOE),
                    new Attribute("asTypeBAL", "PER"),
                    new Attribute("asIdNatPS", TrustWorld.ZOE_NUMBER),
                    new Attribute("cn", "Zoé DUPRÉ"),
                    new Attribute("sn", "DUPRÉ"));
            commit(world.directory(), changed);
            eventually(() -> directory.mails(Filter.create("(cn=*dupre*)")).equals(List.of(ZOE)));
            assertThat(directory.client.byMail(ZOE).orElseThrow().certificates())
                    .containsExactly(certificate);
        }
    }

    private static void commit(Path directory, Entry entry) {
        try (Country country = Country.open(directory.resolve("index"), DirectorySchema.load());
                Update update = country.update(LocalDate.of(2026, 11, 2))) {
            update.put(entry);
            update.commit(Map.of());
        }
    }

    private long version() {
        try (Country country = Country.open(folder.resolve("index"), DirectorySchema.load())) {
            return country.version().number();
        }
    }

    @Test
    void a_start_with_the_files_of_before_imports_nothing() throws Exception {
        SampleWorld.start(folder).close();
        assertThat(version()).isEqualTo(1);
        restartAndLookTwice();
        assertThat(version()).isEqualTo(1);
        Files.delete(folder.resolve("index.files")); // as if somebody else had made the version
        restartAndLookTwice();
        assertThat(version()).isEqualTo(1);
        TestFiles.mailboxes(folder.resolve("registry").resolve(SampleWorld.MAILBOXES), SampleWorld.FOREIGN);
        try (DirectoryFixture directory = new DirectoryFixture(folder)) {
            eventually(() ->
                    directory.client.byMail(ZOE).orElseThrow().structures().size() == 1);
        }
        assertThat(version()).isEqualTo(2);
    }

    private void restartAndLookTwice() throws Exception {
        try (DirectoryFixture directory = new DirectoryFixture(folder)) {
            directory.waitForNextLook();
            assertThat(directory.client.byMail(ZOE)).isPresent();
        }
    }

    @Test
    void a_damaged_index_prevents_the_start_and_is_not_touched() throws Exception {
        Path segments = Files.createDirectories(folder.resolve("index")).resolve("segments_1");
        Files.writeString(segments, "no index");
        assertThatThrownBy(() -> DirectoryFixture.start(folder, Limits.USUAL)).isInstanceOf(IndexException.class);
        assertThat(segments).hasContent("no index");
    }

    @Test
    void an_index_of_a_former_program_prevents_the_start() throws Exception {
        try (FSDirectory index = FSDirectory.open(folder.resolve("index"));
                IndexWriter writer = new IndexWriter(index, new IndexWriterConfig())) {
            Document document = new Document();
            document.add(new StringField("word", "martin", Field.Store.NO));
            writer.addDocument(document);
        }
        assertThatThrownBy(() -> DirectoryFixture.start(folder, Limits.USUAL))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("programme précédent");
    }

    @Test
    void the_country_has_no_attribute_that_the_search_takes_for_impossible() throws Exception {
        SampleWorld.start(folder).close();
        try (Country country = Country.open(folder.resolve("index"), DirectorySchema.load())) {
            country.each(entry -> assertThat(entry.getAttributes())
                    .as(entry.getDN())
                    .allMatch(attribute -> isBranch(entry)
                            || NationalEntries.have(attribute.getBaseName().toLowerCase(Locale.ROOT))));
        }
    }

    private static boolean isBranch(Entry entry) {
        try {
            return entry.getParsedDN().getRDNs().length <= 2;
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
