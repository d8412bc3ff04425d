package fr.sceau.webmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    private static String safe(String wanted) {
        return FileName.safe(wanted, "2.1", "application/pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "Résultat du 12 mars.pdf, Résultat du 12 mars.pdf",
        "../../etc/passwd, _.._etc_passwd",
        "C:\\Windows\\system32\\a.exe, C_Windows_system32_a.exe",
        ".bashrc, bashrc",
        "a<b>|c?.txt, a_b_c_.txt",
        "CON.txt, _CON.txt",
        "nom. , nom"
    })
    void a_name_stays_a_name(String wanted, String expected) {
        assertThat(safe(wanted)).isEqualTo(expected);
    }

    @Test
    void characters_that_hide_the_true_extension_go() {
        assertThat(safe("resultat\u202Efdp.exe")).isEqualTo("resultat_fdp.exe");
        assertThat(safe("a\r\nSet-Cookie: x.pdf")).isEqualTo("a_Set-Cookie_ x.pdf");
    }

    @Test
    void a_part_without_a_name_gets_one_from_its_place_and_type() {
        assertThat(safe("")).isEqualTo("piece-2-1.pdf");
        assertThat(safe("...")).isEqualTo("piece-2-1.pdf");
    }

    @Test
    void a_long_name_keeps_its_extension() {
        assertThat(safe("x".repeat(400) + ".xml")).hasSize(120).endsWith("x.xml");
        assertThat(safe("\uD83D\uDE00".repeat(200) + ".pdf")).endsWith("\uD83D\uDE00.pdf");
    }
}
