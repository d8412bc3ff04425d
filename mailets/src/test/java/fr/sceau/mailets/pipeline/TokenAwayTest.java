package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CHU;
import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.KnownOutage;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.mailets.verify.InstallationTrust;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.facts.Seal;
import fr.sceau.testpki.Issued;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a token that is away holds up, and what it does not. */
final class TokenAwayTest {
    private static final Issued IN_TOKEN =
            World.PKI.person("899700218896", "MARTIN", "CLAIRE").encryption();

    @TempDir
    Path home = Path.of("");

    private World world;
    private OperatorKeys keys;
    private Open open;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
        Files.writeString(
                home.resolve("conf/sceau.properties"),
                "pkcs11.library = /nowhere/libp11.so\npkcs11.token = SCEAU\n",
                StandardOpenOption.APPEND);
        Files.writeString(home.resolve("conf/secrets.properties"), "pkcs11.pin = 1234\n", StandardOpenOption.APPEND);
        MailetsConfiguration configuration = MailetsConfiguration.load(home);
        keys = new OperatorKeys(configuration, world.clock);
        Verification verification =
                new Verification(new InstallationTrust(configuration, world.clock), world.directory, keys, world.clock);
        open = new Open(world.accounts, verification, new LargeMailGate());
    }

    @Test
    void mail_that_it_may_open_waits_as_it_came() throws Exception {
        byte[] sealed = Mails.sealed(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), IN_TOKEN);
        Mail mail = Mails.submitted(LAB, sealed, CLAIRE);

        assertThatThrownBy(() -> open.service(mail))
                .isInstanceOf(KnownOutage.class)
                .hasMessageContaining("the token \"SCEAU\"")
                .hasNoCause()
                .satisfies(outage -> assertThat(outage.getStackTrace()).isEmpty());

        assertThat(Mails.bytes(mail)).isEqualTo(sealed);
        assertThat(MailFacts.of(mail).seal()).isEmpty();
        assertThat(MailFacts.of(mail).verdictCode()).isEmpty();
    }

    @Test
    void clear_mail_and_mail_that_a_file_opens_go_on() throws Exception {
        Mail clear = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE);
        open.service(clear);
        assertThat(MailFacts.of(clear).seal()).contains(Seal.CLEAR);

        byte[] sealed = Mails.sealed(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), World.CLAIRE_OPENS);
        Mail byFile = Mails.submitted(LAB, sealed, CLAIRE);
        open.service(byFile);
        assertThat(MailFacts.of(byFile).seal()).contains(Seal.OPENED);

        Mail wrapped = Mails.submitted(LAB, Mails.signed(sealed, LAB_KEY), CLAIRE);
        open.service(wrapped);
        assertThat(MailFacts.of(wrapped).verdictCode()).contains("trusted");
    }

    @Test
    void mail_of_an_owner_goes_on_sealed() throws Exception {
        byte[] sealed = Mails.sealed(Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY), World.PAUL_OPENS);
        Mail mail = Mails.submitted(LAB, sealed, PAUL);
        open.service(mail);
        assertThat(MailFacts.of(mail).seal()).contains(Seal.SEALED);
    }

    @Test
    void an_organisation_with_a_valid_file_signs_and_another_waits() throws Exception {
        assertThat(keys.organisation(CHU, CLAIRE)).isPresent();
        Files.delete(home.resolve("keys/chu.p12"));
        assertThatThrownBy(() -> keys.organisation(CHU, CLAIRE))
                .hasMessageContaining("away")
                .hasMessageNotContaining("1234");
    }
}
