package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenSSL makes and opens the messages, swaks sends them, curl fetches them: none of our code stands between two of
 * theirs but the server.
 */
final class OpensslEndToEndTest {
    private final TestSceau sceau;
    private final OpensslMail mail;

    OpensslEndToEndTest(@TempDir Path folder) throws IOException {
        this.sceau = TestSceau.shared();
        this.mail = new OpensslMail(sceau, folder);
    }

    @BeforeAll
    static void peers() {
        Peers.need("openssl", "swaks", "curl");
    }

    @Test
    void owner_opens_and_verifies_what_openssl_sealed_for_him() throws IOException {
        Letter letter = Letter.result(Cast.LABORATORY, Cast.PAUL);
        byte[] entity = mail.sign(letter);
        mail.encrypt(letter, "paul.pem");
        mail.send(letter, "encrypted.eml");
        mail.fetch(letter);
        mail.decrypt();
        assertThat(mail.verified("opened.eml")).isEqualTo(entity);
    }

    @Test
    void operator_doctor_verifies_what_openssl_sealed_for_her() throws IOException {
        Letter letter = Letter.result(Cast.LABORATORY, Cast.CLAIRE);
        byte[] entity = mail.sign(letter);
        mail.encrypt(letter, "claire.pem");
        mail.send(letter, "encrypted.eml");
        byte[] arrived = mail.fetch(letter);
        assertThat(Inbox.facts(sceau, arrived).verdictCode()).isEqualTo("trusted");
        assertThat(mail.verified("fetched.eml")).isEqualTo(entity);
    }

    @Test
    void signed_mail_reaches_the_operator_doctor_unchanged() throws IOException {
        Letter letter = Letter.result(Cast.LABORATORY, Cast.CLAIRE);
        byte[] entity = mail.sign(letter);
        mail.send(letter, "signed.eml");
        mail.fetch(letter);
        assertThat(mail.verified("fetched.eml")).isEqualTo(entity);
    }

    @Test
    void owner_opens_and_verifies_what_our_side_signed_and_encrypted() throws IOException {
        Letter letter = Letter.result(Cast.CLAIRE, Cast.PAUL);
        assertThat(new Outbox(sceau)
                        .submit(Cast.CLAIRE, Cast.PAUL, letter.bytes())
                        .code())
                .isEqualTo(250);
        byte[] arrived = mail.fetch(letter);
        assertThat(Inbox.field(arrived, "Content-Type").get(0)).startsWith("application/pkcs7-mime");
        mail.decrypt();
        assertThat(new String(mail.verified("opened.eml"), StandardCharsets.US_ASCII))
                .isEqualTo(letter.entity());
    }

    @Test
    void operator_doctor_verifies_what_our_side_signed() throws IOException {
        Letter letter = Letter.result(Cast.PAUL, Cast.CLAIRE);
        assertThat(new Outbox(sceau)
                        .submit(Cast.PAUL, Cast.CLAIRE, letter.bytes())
                        .code())
                .isEqualTo(250);
        mail.fetch(letter);
        assertThat(new String(mail.verified("fetched.eml"), StandardCharsets.US_ASCII))
                .isEqualTo(letter.entity());
    }
}
