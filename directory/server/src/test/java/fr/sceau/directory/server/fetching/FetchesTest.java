package fr.sceau.directory.server.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When servers are asked, and which. */
class FetchesTest {
    private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");

    private final Path home;
    private Instant now = START;

    FetchesTest(@TempDir Path home) {
        this.home = home;
    }

    private Fetches fetches(String table) throws Exception {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(conf.resolve("registry.tsv"), table);
        return Fetches.of(home, (what, total) -> done -> {}, () -> now);
    }

    /** How many minutes lie between the tries of half a day. */
    private List<Long> pauses(Fetches fetches) {
        List<Long> minutes = new ArrayList<>();
        Instant last = now;
        for (; now.isBefore(START.plus(Duration.ofHours(4))); now = now.plusSeconds(60)) {
            if (fetches.areDue()) {
                minutes.add(Duration.between(last, now).toMinutes());
                last = now;
                fetches.run();
            }
        }
        return minutes;
    }

    @Test
    void server_that_fails_is_asked_again_in_one_two_four_and_eight_minutes_then_every_hour() throws Exception {
        try (RegistryServer server = new RegistryServer(
                        "localhost", Instant.now().plus(Duration.ofDays(9)))
                .trustedIn(home.resolve("trust").resolve("anchors"))) {
            Fetches fetches =
                    fetches("Porteurs_CPS_CPF_\t" + server.at("/absent").uri() + "\tigc-sante\n");
            assertThat(pauses(fetches)).startsWith(0L, 1L, 2L, 4L, 8L, 60L, 60L);
            server.publish("/absent", "Porteurs_CPS_CPF_20260301.txt", "x");
            now = now.plus(Duration.ofHours(1));
            assertThat(fetches.run()).hasSize(1).allSatisfy((prefix, outcome) -> assertThat(outcome)
                    .isInstanceOf(Outcome.Arrived.class));
            assertThat(fetches.run()).as("not due").isEmpty();
            now = now.plus(Duration.ofHours(1));
            assertThat(fetches.run()).isEqualTo(Map.of("Porteurs_CPS_CPF_", new Outcome.NothingNew(List.of())));
        }
    }

    @Test
    void remarks_and_an_absent_file_name_nothing() throws Exception {
        assertThat(Fetches.of(home, (what, total) -> done -> {}, () -> now).isEmpty())
                .isTrue();
        Fetches none = fetches("# rien\n\n   \n");
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.areDue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'Porteurs_CPS_CPF_\thttps://a.test/', trois colonnes",
        "'Autre_\thttps://a.test/\tpubliques', Autre_",
        "'Porteurs_CPS_CPF_\thttp://a.test/\tpubliques', https",
        "'Porteurs_CPS_CPF_\thttps:///x\tpubliques', https",
        "'Porteurs_CPS_CPF_\thttps://a b/\tpubliques', https",
        "'Porteurs_CPS_CPF_\thttps://a.test/\ttoutes', autorités"
    })
    void line_that_is_not_understood_is_named(String line, String reason) {
        assertThatThrownBy(() -> fetches("# une remarque\n" + line + "\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("registry.tsv, ligne 2 : ")
                .hasMessageContaining(reason);
    }
}
