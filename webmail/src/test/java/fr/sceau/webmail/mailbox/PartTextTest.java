package fr.sceau.webmail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartTextTest {
    private static final String TEXT = "Hémoglobine élevée";

    @Test
    void the_declared_character_set_is_used() {
        assertThat(PartText.decode(TEXT.getBytes(Charset.forName("IBM850")), Optional.of(Charset.forName("IBM850"))))
                .isEqualTo(TEXT);
    }

    @Test
    void without_a_declaration_utf_8_is_recognised_and_windows_assumed() {
        assertThat(PartText.decode(TEXT.getBytes(StandardCharsets.UTF_8), Optional.empty()))
                .isEqualTo(TEXT);
        assertThat(PartText.decode(TEXT.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()))
                .isEqualTo(TEXT);
    }

    @Test
    void a_wrong_declaration_of_utf_8_does_not_lose_the_accents() {
        byte[] latin = TEXT.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PartText.decode(latin, Optional.of(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    }
}
