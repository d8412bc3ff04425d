package fr.sceau.testpki;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * What a fuzzer made of a certificate: lengths of its issuer are indefinite, and the platform's decoder makes an exception of it
 * that it does not declare.
 */
public final class Garbled {
    private Garbled() {}

    /** DER, nearly. */
    public static byte[] certificate() throws IOException {
        try (InputStream in = Objects.requireNonNull(Garbled.class.getResourceAsStream("garbled.cer"))) {
            return in.readAllBytes();
        }
    }
}
