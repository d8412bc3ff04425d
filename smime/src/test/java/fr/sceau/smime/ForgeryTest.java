package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.keys.DecryptionKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is known of the ways to make a signature seem somebody's: none may be trusted, each has the verdict that says what is
 * wrong with it, and honest mail that looks alike is trusted all the same.
 */
class ForgeryTest {
    private static final List<DecryptionKey> KEYS = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));

    /** Their keys take time, so they are made once; each mail is made when its test runs. */
    private static final List<Forgery> FORGED = Stream.of(
                    ForgedContent.all(),
                    ForgedAttributes.all(),
                    ForgedCertificates.all(),
                    ForgedStructures.all(),
                    ForgedLayers.all(),
                    ForgedSenders.all())
            .flatMap(all -> all)
            .toList();

    private static final List<Forgery> HONEST = HonestMails.all().toList();

    private static World world;
    private static MessageVerifier usual;

    /** One for all: no case changes it. */
    @BeforeAll
    static void world(@TempDir Path trust) throws SmimeException {
        World.PKI.revoke(ForgedCertificates.REVOKED.certificate(), World.NOW.minus(Duration.ofDays(1)));
        world = new World(trust);
        usual = world.verifier();
    }

    static List<Forgery> forged() {
        return FORGED;
    }

    static List<Forgery> honest() {
        return HONEST;
    }

    private static Layers layers(Forgery mail, RawMessage message, List<DecryptionKey> keys) throws Exception {
        boolean asUsual = mail.setting() == Forgery.ORDINARY;
        return (asUsual ? usual : mail.setting().verifier(world)).layers(message, keys, World.NOW);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void forged_mail_is_not_trusted_and_its_verdict_says_why(Forgery mail) throws Exception {
        RawMessage message = Mails.of(mail.message().text());
        Layers layers = layers(mail, message, KEYS);
        assertThat(layers.verdict()).as(layers.code()).isNotInstanceOf(Trusted.class);
        assertThat(layers.verdict().code()).as(layers.code()).isEqualTo(mail.code());
        assertThat(layers(mail, message, List.of()).verdict())
                .as("without keys")
                .isNotInstanceOf(Trusted.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void honest_mail_is_trusted(Forgery mail) throws Exception {
        Layers layers = layers(mail, Mails.of(mail.message().text()), KEYS);
        assertThat(layers.verdict().code()).as(layers.code()).isEqualTo(mail.code());
    }

    @Test
    void every_forgery_has_a_name_of_its_own() {
        assertThat(forged().stream().map(Forgery::name).toList())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(100);
    }
}
