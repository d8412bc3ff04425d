package fr.sceau.webmail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;

class HeaderTextTest {
    @Test
    void address_is_shown_as_it_stands_and_not_as_a_word_in_it_decodes() throws Exception {
        InternetAddress hidden = new InternetAddress();
        hidden.setAddress("=?utf-8?q?claire=40exemple.mssante.test?= x@ailleurs.test");
        hidden.setPersonal("Hélène", "UTF-8");

        assertThat(HeaderText.correspondents(new Address[] {hidden}))
                .containsExactly(
                        new Correspondent("Hélène", "=?utf-8?q?claire=40exemple.mssante.test?= x@ailleurs.test"));
    }
}
