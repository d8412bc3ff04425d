package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.demo.world.Cast;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Seal;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.mail.Seals;
import fr.sceau.system.mail.TokenHome;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.SoftToken;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Claire's key and the hospital's live in SoftHSM2, which is taken away and put back while mail arrives. */
@Timeout(600)
final class TokenEndToEndTest {
    private static final int LETTERS = 24;

    private final TokenHome home = new TokenHome();
    private @Nullable TestSceau started;

    @BeforeAll
    static void peers() {
        Peers.need("softhsm2-util", "pkcs11-tool");
        assumeTrue(SoftToken.library().isPresent(), "bibliothèque de SoftHSM2 absente de cette machine");
    }

    @BeforeEach
    void start() throws IOException {
        started = TestSceau.apart("logs-token", home);
    }

    @AfterEach
    void stop() {
        sceau().stop();
    }

    private TestSceau sceau() {
        return Objects.requireNonNull(started);
    }

    @Test
    void mail_waits_while_the_token_is_away_and_all_of_it_arrives_once_with_its_verdict() throws IOException {
        Inbox claire = Inbox.of(sceau(), Cast.CLAIRE);
        assertSigned(claire);
        List<String> sealed = new ArrayList<>();
        for (int i = 0; i < LETTERS; i++) {
            if (i == LETTERS / 3) {
                claire.awaitAll(sealed);
                home.token().takeAway();
            }
            sealed.add(handOver(i % 2 == 0));
        }
        assertAway(claire, sealed.subList(LETTERS / 3, LETTERS));
        home.token().putBack();
        assertArrived(claire, sealed);
        assertSigned(claire);
        System.out.printf(
                "%d lettres scellées pour une clé du module, %d en son absence : 0 perdue, 0 double%n",
                LETTERS, LETTERS - LETTERS / 3);
    }

    /** On behalf of the hospital, by the token. */
    private void assertSigned(Inbox claire) throws IOException {
        Letter letter = Letter.result(Cast.CLAIRE, Cast.CLAIRE);
        assertThat(new Outbox(sceau())
                        .submit(Cast.CLAIRE, Cast.CLAIRE, letter.bytes())
                        .code())
                .isEqualTo(250);
        assertThat(Inbox.facts(sceau(), claire.await(letter.id())).verdictCode())
                .isEqualTo("trusted");
    }

    private String handOver(boolean modern) throws IOException {
        Letter letter = Letter.result(Cast.HELENE, Cast.CLAIRE);
        byte[] signed = Seals.signed(letter.bytes(), home.partnerSigns(sceau()));
        byte[] mail = Seals.encrypted(signed, claireOpens().certificate(), modern);
        assertThat(new Outbox(sceau()).handOver(Cast.CLAIRE, mail).code()).isEqualTo(250);
        return letter.id();
    }

    private Issued claireOpens() {
        return home.claireOpens();
    }

    private void assertAway(Inbox claire, List<String> waiting) throws IOException {
        Letter clear = Letter.result(Cast.HELENE, Cast.CLAIRE);
        assertThat(new Outbox(sceau()).handOver(Cast.CLAIRE, clear.bytes()).code())
                .isEqualTo(250);
        claire.await(clear.id());
        assertThat(claire.copies()).doesNotContainKeys(waiting.toArray(String[]::new));
        Letter unsigned = Letter.result(Cast.CLAIRE, Cast.CLAIRE);
        assertThat(new Outbox(sceau())
                        .submit(Cast.CLAIRE, Cast.CLAIRE, unsigned.bytes())
                        .code())
                .isEqualTo(451);
        assertThat(keys()).as("an incomplete list").isEqualTo(1);
    }

    private void assertArrived(Inbox claire, List<String> sealed) throws IOException {
        Map<String, byte[]> arrived = claire.awaitAll(sealed);
        assertThat(claire.copies().values()).as("copies of each").containsOnly(1);
        for (String id : sealed) {
            MessageFacts facts = Inbox.facts(sceau(), Objects.requireNonNull(arrived.get(id)));
            assertThat(facts.verdictCode()).isEqualTo("trusted");
            assertThat(facts.seal()).isEqualTo(Seal.OPENED);
        }
        assertThat(keys()).isZero();
        assertThat(Files.readString(sceau().logs().resolve("keys.log"))).contains("\"place\":\"token\"");
    }

    private int keys() {
        String folder = sceau().installation().home().toString();
        List<String> command = sceau().operatorCommand("keys", "--json", "--home", folder);
        return sceau().start("keys", command).exitCode(Duration.ofSeconds(60));
    }
}
