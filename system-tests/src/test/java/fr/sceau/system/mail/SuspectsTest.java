package fr.sceau.system.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuspectsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sujet : Résultats de Zéphirin-Lachâtre",
                "INS 2 85 01 99 123 456 97",
                "RCPT TO:<285019912345697@patient.mssante.fr>",
                "Valdorne Ginette, 79 ans",
                "nir=2470399100017"
            })
    void line_that_names_a_patient_is_found(String line) {
        assertThat(Suspects.in(line)).isPresent();
    }

    @Test
    void masked_address_and_a_doctor_are_no_betrayal() {
        assertThat(Suspects.in("refused ***@patient.mssante.fr from claire.martin@exemple.mssante.test"))
                .isEmpty();
    }
}
