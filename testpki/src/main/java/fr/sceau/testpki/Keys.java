package fr.sceau.testpki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** New RSA keys, or those of a {@link KeyStock}. */
final class Keys {
    private Keys() {}

    static KeyPair rsa(int bits) {
        return KeyStock.GIVEN.take(bits).orElseGet(() -> generate(bits));
    }

    private static KeyPair generate(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new TestPkiException("no RSA keys of " + bits + " bits here", e);
        }
    }
}
