package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.eventually;
import static fr.sceau.directory.server.TestFiles.professional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Filter;
import fr.sceau.directory.server.fetching.RegistryServer;
import fr.sceau.directory.server.index.Version;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a server of the registry to an answer over LDAP. */
final class ArrivalsTest {
    private static final String NEWER = "PS_LibreAcces_Personne_activite_202611010800.txt";

    private final Path home;

    ArrivalsTest(@TempDir Path home) throws Exception {
        this.home = home;
        Files.createDirectories(home.resolve("conf"));
    }

    private void addresses(String lines) throws Exception {
        Files.writeString(home.resolve("conf").resolve("registry.tsv"), lines);
    }

    @Test
    void what_is_published_is_served() throws Exception {
        Path published = home.resolve(NEWER);
        TestFiles.activities(published, professional("99700000021", "Anne", "NEUVE"));
        try (RegistryServer server = new RegistryServer(
                        "localhost", Instant.now().plus(Duration.ofDays(9)))
                .trustedIn(home.resolve("trust").resolve("anchors"))) {
            server.publish("/ps", NEWER, Files.readString(published));
            addresses("PS_LibreAcces_Personne_activite_\t" + server.uri("/ps") + "\tigc-sante\n");
            try (DirectoryFixture directory = SampleWorld.start(Files.createDirectory(home.resolve("directory")))) {
                eventually(() -> Files.exists(directory.registry(NEWER)));
                eventually(() -> !directory
                        .search("o=annuaire-sante", Filter.create("(employeeNumber=99700000021)"))
                        .getSearchEntries()
                        .isEmpty());
            }
        }
    }

    @Test
    void line_that_is_not_understood_prevents_the_start() throws Exception {
        addresses("Porteurs_CPS_CPF_\thttp://a.test/\tpubliques\n");
        assertThatThrownBy(() -> SampleWorld.start(Files.createDirectory(home.resolve("directory"))))
                .hasRootCauseInstanceOf(RefusedFileException.class)
                .hasRootCauseMessage("registry.tsv, ligne 1 : il faut une adresse en https");
    }

    @Test
    void what_is_old_is_told_once_a_day() {
        Version served = new Version(
                3, LocalDate.of(2026, 3, 3), Map.of("mailboxes", "Extraction_Correspondance_MSSante_202603010400.txt"));
        Clock[] clock = {Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC)};
        StaleAlarm alarm = new StaleAlarm(() -> clock[0].instant());
        assertThat(alarm.look(served)).as("of yesterday").isFalse();
        clock[0] = Clock.offset(clock[0], Duration.ofDays(1));
        assertThat(alarm.look(served)).as("of two days ago").isTrue();
        assertThat(alarm.look(served)).as("told already").isFalse();
        clock[0] = Clock.offset(clock[0], Duration.ofDays(1));
        assertThat(alarm.look(served)).as("the day after").isTrue();
    }
}
