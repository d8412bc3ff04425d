package fr.sceau.directory.server.certificates;

import fr.sceau.smime.Fingerprint;
import fr.sceau.smime.identity.CertificateAddresses;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * That a certificate is a correspondent's was proved: it names, under an authority of ours, the very holder whom the registry
 * gives the mailbox, and somebody answers for having looked at it. A signature that was seen proves nothing of the kind.
 *
 * @param address in lower case
 * @param holder of the mailbox when it was bound; while it is another's, nothing is served
 * @param bound when
 */
public record Binding(String address, Holder holder, X509Certificate certificate, Instant bound) {
    static final String ENDING = ".binding";

    /**
     * Why a certificate proves nothing about a mailbox; empty if it does. Whether its authority is to be believed is the {@link
     * Judge}'s question. The address alone is no proof: a certificate lives on when its address has passed to somebody else.
     *
     * @param address in lower case
     * @param published whose the mailbox is
     * @param onePerson whether a number and a later one are of one person
     */
    public static Optional<Refusal> unproved(
            String address, X509Certificate certificate, Holder published, BiPredicate<String, String> onePerson) {
        List<String> named = CertificateAddresses.of(certificate);
        if (!named.isEmpty() && !named.contains(address)) {
            return Optional.of(Refusal.OTHER_ADDRESS);
        }
        boolean his = Holder.of(certificate)
                .filter(holder -> published.isStill(holder, onePerson))
                .isPresent();
        return his ? Optional.empty() : Optional.of(Refusal.OTHER_HOLDER);
    }

    /** The name of its file: the address as far as a file can be called so, and what tells two apart. */
    public String fileName() {
        String readable = address.replaceAll("[^a-z0-9@._+-]", "_");
        String both = address + "\n" + fingerprint();
        return readable + "-"
                + Fingerprint.of(both.getBytes(StandardCharsets.UTF_8)).substring(0, 16) + ENDING;
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public String fingerprint() {
        try {
            return Fingerprint.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
    }
}
