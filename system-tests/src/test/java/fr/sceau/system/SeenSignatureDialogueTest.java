package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.DemoKeys;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.mail.Published;
import fr.sceau.system.mail.Seals;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.TestPki;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** A certificate that came with a signature may be the sender's, good for encryption, and trusted: nothing is sealed to it. */
final class SeenSignatureDialogueTest {
    private static final int SIGNS_AND_OPENS = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
    private static final int HELENE_IN_THE_REGISTRY = 3;

    private final TestSceau sceau = TestSceau.shared();
    private final Outbox outbox = new Outbox(sceau);

    private Issued helene() throws IOException {
        TestPki pki = TestPki.load(
                sceau.installation().path("demo", "pki"),
                sceau.installation().keysPassword(),
                InstantSource.system(),
                KeySizes.quick());
        return pki.person(Cast.idNatPs(HELENE_IN_THE_REGISTRY), "LEFÈVRE", "Hélène")
                .software()
                .mail(Cast.HELENE)
                .keyUsage(SIGNS_AND_OPENS)
                .signature();
    }

    private List<X509Certificate> served(String address) throws DirectoryException {
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", sceau.port("directory.port"))) {
            return directory.byMail(address).orElseThrow().certificates();
        }
    }

    @Test
    void a_signature_that_was_seen_makes_no_mailbox_a_target_of_encryption() throws Exception {
        Letter letter = Letter.result(Cast.HELENE, Cast.CLAIRE);
        outbox.handOver(Cast.CLAIRE, Seals.signed(letter.bytes(), helene()));
        byte[] arrived = Inbox.of(sceau, Cast.CLAIRE).await(letter.id());
        assertThat(Inbox.facts(sceau, arrived).verdictCode()).isEqualTo("trusted");

        byte[] answer = Letter.result(Cast.LABORATORY, Cast.HELENE).bytes();
        byte[] signed = Seals.signed(answer, new DemoKeys(sceau.installation()).laboratory());
        assertThat(outbox.submit(Cast.LABORATORY, Cast.HELENE, signed).toString())
                .as("encryption to her is required")
                .startsWith("550 5.7.1 [recipient-without-certificate]");
        assertThat(served(Cast.HELENE)).isEmpty();
        assertThat(served(Cast.PAUL)).containsExactly(new Published(sceau.installation()).encryption(Cast.PAUL));
    }
}
