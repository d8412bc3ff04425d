package fr.sceau.webmail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"Service de cardiologie, CHU\" | Service de cardiologie, CHU",
                "\"Le \\\"bon\\\" docteur\" | Le \"bon\" docteur",
                "Dr \"X\" Martin | Dr \"X\" Martin",
                "\" | \""
            })
    void name_is_shown_without_the_quotes_of_its_header(String raw, String shown) throws UnsupportedEncodingException {
        Address[] from = {new InternetAddress("cardiologie@exemple.mssante.test", raw)};

        assertThat(HeaderText.correspondents(from).get(0).name()).isEqualTo(shown);
    }

    @Test
    void address_is_shown_as_it_stands_and_not_as_a_word_in_it_decodes() {
        InternetAddress hidden = new InternetAddress();
        hidden.setAddress("=?utf-8?q?claire=40exemple.mssante.test?= x@ailleurs.test");

        assertThat(HeaderText.correspondents(new Address[] {hidden}))
                .containsExactly(new Correspondent("", "=?utf-8?q?claire=40exemple.mssante.test?= x@ailleurs.test"));
    }
}
