package fr.sceau.system.mail;

import fr.sceau.demo.Installation;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import java.io.IOException;
import java.util.Objects;

/** Keys that the demo gave to people outside the server. */
public final class DemoKeys {
    private final Installation installation;

    public DemoKeys(Installation installation) {
        this.installation = installation;
    }

    /** What the laboratory signs with. */
    public Issued laboratory() throws IOException {
        return key("laboratoire", "signature");
    }

    /** What Paul signs with. */
    public Issued paulSigns() throws IOException {
        return key("paul.durand", "signature");
    }

    /** What Paul opens his mail with. */
    public Issued paulOpens() throws IOException {
        return key("paul.durand", "chiffrement");
    }

    private Issued key(String holder, String alias) throws IOException {
        return Objects.requireNonNull(
                Pkcs12File.read(installation.path("demo", holder + ".p12"), installation.keysPassword())
                        .get(alias),
                () -> "no key " + alias + " of " + holder);
    }
}
