package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.eventually;
import static fr.sceau.directory.server.TestFiles.ACTIVITY_HEADER;
import static fr.sceau.directory.server.TestFiles.professional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.unboundid.ldap.sdk.Filter;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What happens when the files change while the directory answers, and when it starts over bad files. */
final class FileChangesTest {
    private static final String OLDER = SampleWorld.ACTIVITIES;
    private static final String NEWER = "PS_LibreAcces_Personne_activite_202611010800.txt";

    private static final String CONNECTED = "Extraction_ProSanteConnect_Personne_activite_";

    private final Path folder;

    FileChangesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Those whom the newest file names; who is missing in it stays for a while, marked. */
    private static List<String> served(DirectoryFixture directory) {
        Filter named = Filter.createANDFilter(
                Filter.createPresenceFilter("employeeNumber"), Filter.createEqualityFilter("asStatut", "actif"));
        return directory.search("ou=professionnels,o=annuaire-sante", named).getSearchEntries().stream()
                .map(entry -> entry.getAttributeValue("employeeNumber"))
                .toList();
    }

    @Test
    void a_newer_file_and_a_changed_table_are_served_within_moments() throws Exception {
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            TestFiles.activities(directory.registry(NEWER), professional("99700000021", "Anne", "NEUVE"));
            eventually(() -> served(directory).equals(List.of("99700000021")));
            TestFiles.own(DirectoryFixture.own(folder), "neuf@exemple.mssante.test\tORG\t\t1990000001\t\t\tNeuf\t\t");
            eventually(
                    () -> directory.client.byMail("neuf@exemple.mssante.test").isPresent());
            assertThat(directory.client.byMail("cardiologie@exemple.mssante.test"))
                    .isEmpty();
        }
    }

    @Test
    void a_bad_newer_file_does_not_take_the_place_of_a_good_one_even_after_a_restart() throws Exception {
        List<String> before;
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            before = served(directory);
            TestFiles.write(directory.registry(NEWER), String.join("|", ACTIVITY_HEADER) + "|\n");
            directory.waitForNextLook();
            assertThat(served(directory)).isEqualTo(before).hasSize(3);
        }
        try (DirectoryFixture restarted = new DirectoryFixture(folder)) {
            assertThat(served(restarted)).isEqualTo(before);
        }
    }

    @Test
    void a_file_that_goes_away_and_an_older_one_that_comes_change_nothing() throws Exception {
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            List<String> before = served(directory);
            Files.delete(directory.registry(OLDER));
            TestFiles.activities(
                    directory.registry("PS_LibreAcces_Personne_activite_202601010800.txt"),
                    professional("99700000021", "Anne", "ANCIENNE"));
            directory.waitForNextLook();
            assertThat(served(directory)).isEqualTo(before);
        }
    }

    @Test
    void a_bad_table_of_the_operator_leaves_the_mailboxes_as_they_were() throws Exception {
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            TestFiles.write(DirectoryFixture.own(folder), "adresse;type\nx@y.test;PER\n");
            TestFiles.activities(directory.registry(NEWER), professional("99700000021", "Anne", "NEUVE"));
            eventually(() -> served(directory).equals(List.of("99700000021")));
            assertThat(directory.client.byMail("cardiologie@exemple.mssante.test"))
                    .isPresent();
        }
    }

    @Test
    void a_table_of_the_operator_that_is_bad_at_the_start_prevents_it() {
        TestFiles.write(DirectoryFixture.own(folder), "adresse;type\n");
        assertThatThrownBy(() -> DirectoryFixture.start(folder, Limits.USUAL)).isInstanceOf(RefusedFileException.class);
    }

    @Test
    void a_file_that_lost_a_tenth_of_its_lines_is_refused() throws Exception {
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            TestFiles.activities(directory.registry(NEWER), persons(300));
            eventually(() -> served(directory).equals(List.of("99700000021")));
            TestFiles.activities(directory.registry("PS_LibreAcces_Personne_activite_202611020800.txt"), persons(260));
            directory.waitForNextLook();
            assertThat(directory.connection.getEntry("cn=sync,o=annuaire-sante").getAttributeValue("description"))
                    .isEqualTo(NEWER);
        }
    }

    private static String[] persons(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> professional("99700000021", "Anne", "N" + i))
                .toArray(String[]::new);
    }

    @Test
    void extractions_of_pro_sante_connect_alone_are_followed_and_date_the_entries() throws Exception {
        Path registry = folder.resolve("registry");
        TestFiles.activities(
                registry.resolve(CONNECTED + "202610310800.txt"), professional("99700000021", "Anne", "A"));
        TestFiles.mailboxes(registry.resolve(SampleWorld.MAILBOXES), SampleWorld.FOREIGN);
        try (DirectoryFixture directory = new DirectoryFixture(folder)) {
            assertThat(served(directory)).containsExactly("99700000021");
            TestFiles.activities(
                    registry.resolve(CONNECTED + "202611010800.txt"),
                    professional("99700000021", "Anne", "A"),
                    professional("99700000005", "Sophie", "B"));
            eventually(() -> served(directory).size() == 2);
            assertThat(directory
                            .search("o=annuaire-sante", Filter.create("(sn=B)"))
                            .getSearchEntries())
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.getAttributeValue("asSourceDate")).isEqualTo("202611010800"));
        }
    }

    @Test
    void mailboxes_that_pass_to_another_person_are_named_to_the_operator() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Imports.class);
        log.start();
        logger.addAppender(log);
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            TestFiles.mailboxes(
                    directory.registry("Extraction_Correspondance_MSSante_202611010900.txt"),
                    SampleWorld.FOREIGN.replace("899700218896", "899700000005"));
            eventually(() -> new ArrayList<>(log.list)
                    .stream()
                            .map(ILoggingEvent::getFormattedMessage)
                            .anyMatch(line -> line.contains("zoe.dartagnan@autre.mssante.test")));
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void words_are_read_before_anybody_asks_for_them() throws Exception {
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            eventually(directory::isPrepared);
        }
    }

    @Test
    void left_out_lines_are_reported_by_number_and_reason_only() throws Exception {
        TestFiles.activities(
                folder.resolve("registry").resolve(OLDER),
                professional("99700000021", "Anne", "BONNE"),
                professional("99700000022", "Secrète", "MAUVAISE"));
        TestFiles.mailboxes(folder.resolve("registry").resolve(SampleWorld.MAILBOXES), SampleWorld.FOREIGN);
        try (DirectoryFixture directory = new DirectoryFixture(folder)) {
            assertThat(served(directory)).hasSize(1);
            assertThat(folder.resolve("quarantine").resolve(OLDER + ".tsv"))
                    .content()
                    .isEqualTo("where\treason\n3\tRPPS number malformed\n");
        }
    }
}
