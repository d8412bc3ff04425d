package fr.sceau.smime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.TestPki;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A private key and a PIN are in no text that our types or their failures make. */
class HiddenKeysTest {
    private static final String DIGITS = "73019284";
    private static final Issued ISSUED = TestPki.generate(Instant.now(), KeySizes.quick())
            .person("899700218896", "MARTIN", "CLAIRE")
            .signature();

    private final SigningKey signing = new SigningKey(ISSUED.key(), ISSUED.chain());
    private final DecryptionKey decryption = new DecryptionKey(ISSUED.key(), ISSUED.certificate());
    private final Pin pin = Pin.of(DIGITS);
    private final Token token =
            new Token(new TokenPlace(Path.of("/nowhere/libp11.so"), "SCEAU"), pin, Clock.systemUTC());

    @Test
    void no_text_of_a_key_shows_it() {
        List<Object> holders = List.of(
                signing,
                signing.key(),
                decryption,
                Optional.of(decryption),
                new MailboxKeys(List.of(signing), List.of(decryption)),
                new TokenSession.Entry("claire", ISSUED.key(), ISSUED.chain()),
                new TokenKey(token, ISSUED.certificate()),
                token,
                pin);
        for (Object holder : holders) {
            assertNothingSecret(holder.toString());
            assertNothingSecret(String.format("%s", holder));
        }
    }

    @Test
    void no_failure_shows_a_key_or_a_pin() {
        List<Throwable> failures = new ArrayList<>();
        failures.add(catchThrowable(() -> signing.key().sign("SHA256withECDSA", Optional.empty(), new byte[1])));
        failures.add(catchThrowable(() -> signing.key().rsa(new byte[1000])));
        failures.add(catchThrowable(() -> token.keys(name -> true)));
        failures.add(catchThrowable(() -> new TokenKey(token, ISSUED.certificate()).rsa(new byte[256])));
        for (Throwable failure : failures) {
            assertThat(failure).isNotNull();
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            assertNothingSecret(text.toString());
        }
    }

    @Test
    void keys_are_not_told_apart_by_their_values() {
        assertThat(HeldKey.of(ISSUED.key())).isNotEqualTo(HeldKey.of(ISSUED.key()));
        assertThat(Pin.of(DIGITS)).isNotEqualTo(Pin.of(DIGITS));
    }

    private static void assertNothingSecret(String text) {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) ISSUED.key();
        for (BigInteger part : List.of(key.getPrivateExponent(), key.getPrimeP(), key.getPrimeQ())) {
            assertThat(text).doesNotContain(part.toString()).doesNotContainIgnoringCase(part.toString(16));
        }
        String encoded = Base64.getEncoder().encodeToString(key.getEncoded());
        assertThat(text)
                .doesNotContain(DIGITS)
                .doesNotContain(encoded.substring(40, 80))
                .doesNotContainIgnoringCase("exponent");
    }
}
