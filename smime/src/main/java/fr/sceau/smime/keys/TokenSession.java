package fr.sceau.smime.keys;

import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/** One stay with a token, from its opening to its loss. The provider is registered nowhere. */
final class TokenSession {
    /** @param label as the token names the key, or with the issuer and number behind it when several have that label */
    record Entry(String label, PrivateKey key, List<X509Certificate> chain) {
        /** Shows the certificate only. */
        @Override
        public String toString() {
            return "Entry[" + chain.get(0).getSubjectX500Principal() + "]";
        }
    }

    private final Provider provider;
    private final Pin pin;
    private volatile List<Entry> entries;

    private TokenSession(Provider provider, Pin pin) {
        this.provider = provider;
        this.pin = pin;
        this.entries = List.of();
    }

    /** Says the PIN, once. */
    static TokenSession open(TokenPlace place, long slot, Pin pin) throws GeneralSecurityException, IOException {
        Provider platform = Security.getProvider("SunPKCS11");
        if (platform == null) {
            throw new GeneralSecurityException("this Java has no PKCS#11");
        }
        String configuration = "--name=sceau\nlibrary=" + place.library() + "\nslot=" + slot
                + "\ndestroyTokenAfterLogout=true\n"; // or each loss would leave a thread behind
        TokenSession session = new TokenSession(platform.configure(configuration), pin);
        session.entries = session.list();
        return session;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Lists the keys again; false when one that was there is missing, which a token that was away can look like. */
    boolean refresh() throws GeneralSecurityException, IOException {
        List<Entry> now = list();
        if (entries.stream().anyMatch(known -> now.stream().noneMatch(same -> isOf(known.chain(), same)))) {
            return false;
        }
        entries = now;
        return true;
    }

    Provider provider() {
        return provider;
    }

    PrivateKey key(X509Certificate certificate) throws InvalidKeyException {
        return entries.stream()
                .filter(entry -> isOf(List.of(certificate), entry))
                .map(Entry::key)
                .findFirst()
                .orElseThrow(() -> new InvalidKeyException("the token no longer has that key"));
    }

    void close() {
        try {
            ((AuthProvider) provider).logout();
        } catch (LoginException | ProviderException lostAnyway) {
            // The token is gone: there is nobody to take leave of.
        }
    }

    private static boolean isOf(List<X509Certificate> chain, Entry entry) {
        return entry.chain().get(0).equals(chain.get(0));
    }

    private List<Entry> list() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin.reveal());
        List<Entry> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate @Nullable [] chain = store.getCertificateChain(alias);
            if (chain != null && store.getKey(alias, null) instanceof PrivateKey key) {
                found.add(new Entry(alias, key, x509(chain)));
            }
        }
        return List.copyOf(found);
    }

    private static List<X509Certificate> x509(Certificate[] chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }
}
