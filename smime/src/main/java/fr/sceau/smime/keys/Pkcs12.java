package fr.sceau.smime.keys;

import fr.sceau.smime.SmimeException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads mailbox keys from a PKCS#12 file, whichever entries it has. What a key may do is in its certificate. */
public final class Pkcs12 {
    private Pkcs12() {}

    /** Every key of the file, old ones included, since old mail stays. */
    public static MailboxKeys read(Path file, char[] password) throws SmimeException {
        return MailboxKeys.of(entries(file, password));
    }

    private static List<SigningKey> entries(Path file, char[] password) throws SmimeException {
        List<SigningKey> keys = new ArrayList<>();
        try {
            KeyStore store = load(file, password);
            for (String alias : Collections.list(store.aliases())) {
                Certificate @Nullable [] chain = store.getCertificateChain(alias);
                if (chain != null && store.getKey(alias, password) instanceof PrivateKey key) {
                    keys.add(new SigningKey(key, x509(chain)));
                }
            }
            return keys;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SmimeException("fichier de clés illisible : " + file, e);
        }
    }

    private static KeyStore load(Path file, char[] password) throws SmimeException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            store.load(in, password);
            return store;
        } catch (IOException e) {
            boolean refused = e.getCause() instanceof UnrecoverableKeyException;
            throw new SmimeException(
                    (refused ? "mot de passe refusé pour " : "fichier de clés illisible : ") + file, e);
        }
    }

    private static List<X509Certificate> x509(Certificate[] chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }
}
