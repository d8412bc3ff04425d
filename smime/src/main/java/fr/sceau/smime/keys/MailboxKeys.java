package fr.sceau.smime.keys;

import fr.sceau.smime.trust.CertificatePurpose;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one mailbox or organisation through the years: what it signs with today, and what opens mail of any age.
 *
 * @param signing every key that signs or signed
 * @param decryption every key that may open mail, old ones included
 */
public record MailboxKeys(List<SigningKey> signing, List<DecryptionKey> decryption) {
    public static final MailboxKeys NONE = new MailboxKeys(List.of(), List.of());

    private static final Comparator<SigningKey> BY_AGE = Comparator.comparing(
                    (SigningKey key) -> key.certificate().getNotBefore())
            .thenComparing(key -> key.certificate().getNotAfter());

    public MailboxKeys {
        signing = List.copyOf(signing);
        decryption = List.copyOf(decryption);
    }

    /** What a key may do is in its certificate. */
    static MailboxKeys of(List<SigningKey> keys) {
        return new MailboxKeys(
                keys.stream()
                        .filter(key -> CertificatePurpose.signsMail(key.certificate()))
                        .toList(),
                keys.stream()
                        .filter(key -> CertificatePurpose.holdsContentKeys(key.certificate()))
                        .filter(MailboxKeys::opensHere)
                        .map(key -> new DecryptionKey(key.key(), key.certificate()))
                        .toList());
    }

    /** These and those, of one holder. */
    public MailboxKeys and(MailboxKeys others) {
        return new MailboxKeys(
                Stream.concat(signing.stream(), others.signing.stream()).toList(),
                Stream.concat(decryption.stream(), others.decryption.stream()).toList());
    }

    /** The key to sign with: of those valid at that moment the one issued last. One that is not valid never signs. */
    public Optional<SigningKey> signingAt(Instant now) {
        return signing.stream().filter(key -> isValid(key.certificate(), now)).max(BY_AGE);
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Key agreement needs the bytes of the key: in a token, only RSA opens mail. */
    private static boolean opensHere(SigningKey key) {
        return key.key() instanceof MemoryKey || key.certificate().getPublicKey() instanceof RSAPublicKey;
    }
}
