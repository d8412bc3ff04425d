package fr.sceau.testpki;

import java.security.KeyPair;
import java.time.Instant;

/**
 * Somebody to whom certificates can be issued. Immutable: each option gives a new holder, so that one holder can have a
 * good and a bad certificate side by side.
 *
 * @param <T> the holder's own type
 */
public abstract sealed class Holder<T extends Holder<T>> permits Person, Organisation {
    final Certifier certifier;
    final Options options;

    Holder(Certifier certifier, Options options) {
        this.certifier = certifier;
        this.options = options;
    }

    abstract T with(Options changed);

    /** Validity other than "since an hour, for three years": expired or not yet valid certificates. */
    public T validBetween(Instant from, Instant until) {
        return with(options.between(from, until));
    }

    /** Leaves out {@code 1.2.250.1.71.1.2.5}, which tells TEST from production. */
    public T withoutCategory() {
        return with(options.withoutCategory());
    }

    /** Another issuing authority than the one of the profile. */
    public T issuedBy(Issuer issuer) {
        return with(options.issuedBy(issuer));
    }

    /** Other bits of {@link org.bouncycastle.asn1.x509.KeyUsage} than the profile's. */
    public T keyUsage(int bits) {
        return with(options.keyUsage(bits));
    }

    /** Another key than a new RSA one: too short, or of a kind that few know. */
    public T key(KeyPair pair) {
        return with(options.pair(pair));
    }

    /** Adds a mail address (rfc822Name), without which Thunderbird neither encrypts nor shows a signature as good. */
    public T mail(String address) {
        return with(options.mail(address));
    }
}
