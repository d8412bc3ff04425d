package fr.sceau.smime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.smime.Capabilities;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.Recipient;
import fr.sceau.smime.SigningScheme;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.SoftToken;
import fr.sceau.testpki.TestPki;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SoftHSM2 stands for card and HSM. It lists no keys, and no error, while its folder is away. */
class SoftTokenTest {
    private static final String CLAIRE = "claire@exemple.test";
    private static final Instant NOW = Instant.now();
    private static final Person DOCTOR =
            TestPki.generate(NOW, KeySizes.quick()).person("899700218896", "MARTIN", "CLAIRE");
    private static final RawMessage MAIL = RawMessage.of(
            "From: a@b.test\r\nContent-Type: text/plain\r\n\r\nGlycemie\r\n".getBytes(StandardCharsets.US_ASCII));

    private static @Nullable SoftToken made;
    private static final List<Issued> OPENS = new ArrayList<>();
    private static final List<Issued> SIGNS = new ArrayList<>();

    private final SoftToken token = Objects.requireNonNull(made);
    private final Token held = token(SoftToken.PIN);
    private Instant now = NOW;

    /** Five generations of a mailbox's keys, all under its name, and the key of somebody else. */
    @BeforeAll
    static void fill(@TempDir Path folder) throws Exception {
        assumeTrue(SoftToken.library().isPresent(), "SKIPPED: no SoftHSM2 and pkcs11-tool, so no token is tried");
        SoftToken token = SoftToken.create(folder, Path.of(System.getenv("SOFTHSM2_CONF")));
        for (int year = 0; year < 5; year++) {
            Instant from = NOW.minus(Duration.ofDays(365L * (4 - year) + 10));
            Person then = DOCTOR.validBetween(from, from.plus(Duration.ofDays(395)));
            OPENS.add(then.encryption());
            token.put(CLAIRE, OPENS.get(year));
            if (year > 2) {
                SIGNS.add(then.signature());
                token.put(CLAIRE, SIGNS.get(year - 3));
            }
        }
        token.put("autre@exemple.test", DOCTOR.encryption());
        made = token;
    }

    private Token token(String pin) {
        TokenPlace place = new TokenPlace(SoftToken.library().orElseThrow(), SoftToken.LABEL);
        return new Token(place, Pin.of(pin), new Settable());
    }

    private final class Settable extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private MailboxKeys claire() throws TokenUnavailable {
        return held.keys(CLAIRE::equals);
    }

    private static RawMessage sealed(X509Certificate to, boolean oaep) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageEncrypter().encrypt(MAIL, List.of(new Recipient(to, new Capabilities(oaep, oaep))), out);
        return RawMessage.of(out.toByteArray());
    }

    private static void assertOpened(Opening opening) throws Exception {
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (var in = ((Opening.Opened) opening).message().open()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).contains("Glycemie");
        }
    }

    @Test
    void mail_of_every_generation_opens_whether_oaep_or_pkcs1() throws Exception {
        assertThat(held.names()).contains(CLAIRE, "autre@exemple.test");
        assertThat(claire().decryption()).hasSize(5);
        for (Issued generation : OPENS) {
            for (boolean oaep : new boolean[] {false, true}) {
                RawMessage mail = sealed(generation.certificate(), oaep);
                assertOpened(new MessageOpener().open(mail, claire().decryption()));
            }
        }
    }

    @Test
    void the_current_key_signs_by_pkcs1_and_by_pss() throws Exception {
        SigningKey key = claire().signingAt(NOW).orElseThrow();
        assertThat(key.certificate()).isEqualTo(SIGNS.get(1).certificate());
        for (boolean pss : new boolean[] {false, true}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new MessageSigner().sign(MAIL, key, new SigningScheme(SigningScheme.Hash.SHA256, pss), out);
            assertThat(new IntegrityChecker().check(RawMessage.of(out.toByteArray())))
                    .isInstanceOf(Integrity.Intact.class);
        }
    }

    @Test
    void damage_is_damage_with_a_token_too() throws Exception {
        byte[] sealed;
        try (var in = sealed(OPENS.get(4).certificate(), true).open()) {
            sealed = in.readAllBytes();
        }
        String text = new String(sealed, StandardCharsets.US_ASCII);
        int content = text.indexOf("\r\n\r\n") + 500;
        sealed[content] = (byte) (sealed[content] == 'A' ? 'B' : 'A');
        assertThat(new MessageOpener().open(RawMessage.of(sealed), claire().decryption()))
                .isEqualTo(new Opening.Damaged());
    }

    @Test
    void what_was_taken_away_is_an_outage_until_it_is_put_back() throws Exception {
        RawMessage mail = sealed(OPENS.get(0).certificate(), true);
        MailboxKeys known = claire();
        SigningKey signing = known.signingAt(NOW).orElseThrow();
        token.takeAway();
        try {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> new MessageOpener().open(mail, known.decryption()))
                        .isInstanceOf(TokenUnavailable.class);
                assertThatThrownBy(() -> new MessageSigner().sign(MAIL, signing, new ByteArrayOutputStream()))
                        .isInstanceOf(TokenUnavailable.class);
                assertThatThrownBy(this::claire).isInstanceOf(TokenUnavailable.class);
                now = now.plusSeconds(60);
            }
        } finally {
            token.putBack();
        }
        now = now.plusSeconds(60);
        assertOpened(new MessageOpener().open(mail, known.decryption()));
        new MessageSigner().sign(MAIL, signing, new ByteArrayOutputStream());
        assertThat(claire().decryption()).hasSize(5);
    }

    @Test
    void an_empty_list_while_it_is_away_is_not_believed() throws Exception {
        assertThat(claire().decryption()).hasSize(5);
        now = now.plusSeconds(60); // the list is due again
        token.takeAway();
        try {
            assertThatThrownBy(this::claire).isInstanceOf(TokenUnavailable.class);
        } finally {
            token.putBack();
        }
        now = now.plusSeconds(60);
        assertThat(claire().decryption()).hasSize(5);
    }

    @Test
    void absence_between_two_looks_at_the_list_costs_no_key() throws Exception {
        assertThat(claire().decryption()).hasSize(5);
        token.takeAway();
        assertThatThrownBy(() -> claire().decryption().get(0).key().rsa(new byte[256]))
                .isInstanceOf(TokenUnavailable.class);
        token.putBack();
        now = now.plusSeconds(60);
        assertThat(claire().decryption()).hasSize(5);
    }

    @Test
    void absent_from_the_start_it_is_found_when_it_comes() throws Exception {
        token.takeAway();
        try {
            assertThatThrownBy(this::claire).isInstanceOf(TokenUnavailable.class);
        } finally {
            token.putBack();
        }
        now = now.plusSeconds(60);
        assertThat(claire().decryption()).hasSize(5);
    }

    @Test
    void a_key_that_was_added_is_found() throws Exception {
        assertThat(held.keys("nouvelle@exemple.test"::equals).decryption()).isEmpty();
        token.put("nouvelle@exemple.test", DOCTOR.encryption());
        now = now.plusSeconds(60);
        assertThat(held.keys("nouvelle@exemple.test"::equals).decryption()).hasSize(1);
    }

    @Test
    void a_key_beside_another_s_certificate_judges_no_mail_and_signs_none() throws Exception {
        Issued mixed = new Issued(DOCTOR.encryption().key(), DOCTOR.encryption().chain());
        Issued forged = new Issued(DOCTOR.signature().key(), DOCTOR.signature().chain());
        token.put("mixte@exemple.test", mixed);
        token.put("mixte@exemple.test", forged);
        Token fresh = token(SoftToken.PIN);
        MailboxKeys keys = fresh.keys("mixte@exemple.test"::equals);
        SigningKey signing = keys.signingAt(NOW).orElseThrow();
        assertThat(keys.decryption()).hasSize(1);
        RawMessage mail = sealed(mixed.certificate(), true);
        assertThatThrownBy(() -> new MessageOpener().open(mail, keys.decryption()))
                .isInstanceOf(TokenUnavailable.class);
        now = now.plusSeconds(60);
        assertThatThrownBy(() -> new MessageSigner().sign(MAIL, signing, new ByteArrayOutputStream()))
                .isInstanceOf(TokenUnavailable.class);
    }

    @Test
    void a_refused_pin_is_said_once() {
        Token wrong = token("00000000");
        assertThatThrownBy(() -> wrong.keys(name -> true))
                .isInstanceOfSatisfying(TokenUnavailable.class, away -> assertThat(away.pinRefused())
                        .isTrue())
                .hasCauseInstanceOf(IOException.class);
        now = now.plusSeconds(600);
        assertThatThrownBy(() -> wrong.keys(name -> true))
                .hasMessageContaining("refused the PIN")
                .hasNoCause();
    }
}
