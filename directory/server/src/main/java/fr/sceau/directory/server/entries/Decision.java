package fr.sceau.directory.server.entries;

import fr.sceau.directory.server.certificates.Binding;
import fr.sceau.directory.server.certificates.Refusal;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Whether a certificate is served.
 *
 * @param file its name, for people
 * @param address the mailbox, in lower case; empty when the file tells none
 * @param certificate none when the file cannot be read
 * @param binding of a correspondent's
 * @param refusal why it is not served; none: it is
 */
public record Decision(
        String file,
        String address,
        Optional<X509Certificate> certificate,
        Optional<Binding> binding,
        Optional<Refusal> refusal) {
    public boolean isServed() {
        return refusal.isEmpty();
    }

    public boolean is(Refusal reason) {
        return refusal.filter(reason::equals).isPresent();
    }
}
