package fr.sceau.testpki;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * RSA keys made beforehand, for runs that repeat the same tests thousands of times in new processes: a folder of unencrypted
 * PKCS#8 files, named by the system property {@code sceau.testpki.keys}. A key is handed out again only when whoever had it
 * last let go of it.
 */
final class KeyStock {
    /** Empty unless the property is set. */
    static final KeyStock GIVEN = new KeyStock(System.getProperty("sceau.testpki.keys"));

    private final List<Path> files = new ArrayList<>();
    private final List<WeakReference<PrivateKey>> holders = new ArrayList<>();
    private int next;

    private KeyStock(String folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> found = Files.list(Path.of(folder))) {
            files.addAll(found.sorted().toList());
        } catch (IOException e) {
            throw new TestPkiException("no keys in " + folder, e);
        }
        files.forEach(file -> holders.add(new WeakReference<>(null)));
    }

    /** A key of that length that nobody holds. */
    synchronized Optional<KeyPair> take(int bits) {
        for (int tried = 0; tried < files.size(); tried++) {
            next = (next + 1) % files.size();
            if (holders.get(next).get() == null) {
                KeyPair pair = read(files.get(next));
                holders.set(next, new WeakReference<>(pair.getPrivate()));
                if (((RSAPrivateCrtKey) pair.getPrivate()).getModulus().bitLength() == bits) {
                    return Optional.of(pair);
                }
            }
        }
        return Optional.empty();
    }

    private static KeyPair read(Path file) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
            RSAPrivateCrtKey whole = (RSAPrivateCrtKey) key;
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent())), key);
        } catch (IOException | GeneralSecurityException e) {
            throw new TestPkiException(file + " is no RSA key", e);
        }
    }
}
