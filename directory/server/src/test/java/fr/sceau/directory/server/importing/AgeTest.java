package fr.sceau.directory.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.index.Version;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 29: an extraction that no newer one follows. */
final class AgeTest {
    private static final Map<String, String> SOURCES = Map.of(
            "activities", "PS_LibreAcces_202603020400.zip",
            "connected", "Extraction_ProSanteConnect_Personne_activite_20260201.txt",
            "mailboxes", "Extraction_Correspondance_MSSante_202603010400.txt",
            "cards", "Porteurs_CPS_CPF_20250101.txt");

    @ParameterizedTest
    @CsvSource({"2026-03-02, 0", "2026-03-03, 1", "2026-03-04, 2", "2026-04-01, 2"})
    void there_is_an_alarm_on_the_second_day(LocalDate today, int stale) {
        Version version = new Version(3, LocalDate.of(2026, 3, 3), SOURCES);
        assertThat(Age.stale(version, today)).hasSize(stale);
        assertThat(Age.stale(new Version(1, today, Map.of()), today)).isEmpty();
        assertThat(Age.stale(
                        new Version(1, today, Map.of("mailboxes", "Extraction_Correspondance_MSSante_99999999.txt")),
                        today))
                .isEmpty();
    }
}
