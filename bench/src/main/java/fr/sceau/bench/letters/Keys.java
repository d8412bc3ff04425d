package fr.sceau.bench.letters;

import fr.sceau.bench.BenchException;
import fr.sceau.demo.Installation;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/** Keys of the bench: one PKCS#12 file each in the folder {@code bench} of the installation. */
public final class Keys {
    /** The sender's signing key. */
    public static final String SENDER = "emetteur";

    private static final String ALIAS = "cle";

    private final Installation installation;

    public Keys(Installation installation) {
        this.installation = installation;
    }

    /** Keeps a key. */
    public void put(String name, Issued issued) throws IOException {
        Pkcs12File.write(file(name), installation.keysPassword(), java.util.Map.of(ALIAS, issued));
    }

    /** A key kept before. */
    public Issued get(String name) throws IOException {
        Issued found = Pkcs12File.read(file(name), installation.keysPassword()).get(ALIAS);
        if (found == null) {
            throw new BenchException("clé absente : " + name);
        }
        return found;
    }

    SigningKey sender() throws IOException {
        Issued issued = get(SENDER);
        return new SigningKey(issued.key(), issued.chain());
    }

    X509Certificate certificate(String box) throws IOException {
        return get(box).certificate();
    }

    private Path file(String name) {
        return installation.path("bench", name + ".p12");
    }
}
