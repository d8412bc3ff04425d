package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.mime.Header;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static final String DELIMITER = "--b\r\n";

    private static Optional<Header> behind(String preamble) throws Exception {
        String message = "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b\r\n\r\n"
                + preamble + DELIMITER + "Subject: dedans\r\n\r\ncorps\r\n--b--\r\n";
        return Payload.signed(RawMessage.of(message.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void header_of_the_signed_part_is_found_behind_any_preamble() throws Exception {
        assertThat(behind("")).isPresent();
        assertThat(behind("Ce message est signe.\r\n--autre\r\n")).isPresent();
        assertThat(behind("octet nul : \0\r\n")).isPresent();
    }

    @Test
    void preamble_is_read_up_to_its_limit() throws Exception {
        int longest = (64 << 10) - DELIMITER.length();
        assertThat(behind("x".repeat(longest - 1) + "\n")).isPresent();
        assertThat(behind("x".repeat(longest) + "\n")).isEmpty();
    }
}
