package fr.sceau.testpki;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Optional;

/** What a caller may bend when a certificate is issued. */
record Options(
        Instant from,
        Instant until,
        boolean category,
        Optional<Issuer> issuer,
        Optional<Integer> keyUsage,
        Optional<String> mail,
        Optional<KeyPair> pair) {

    Options between(Instant newFrom, Instant newUntil) {
        return new Options(newFrom, newUntil, category, issuer, keyUsage, mail, pair);
    }

    Options withoutCategory() {
        return new Options(from, until, false, issuer, keyUsage, mail, pair);
    }

    Options issuedBy(Issuer other) {
        return new Options(from, until, category, Optional.of(other), keyUsage, mail, pair);
    }

    Options keyUsage(int bits) {
        return new Options(from, until, category, issuer, Optional.of(bits), mail, pair);
    }

    Options mail(String address) {
        return new Options(from, until, category, issuer, keyUsage, Optional.of(address), pair);
    }

    Options pair(KeyPair other) {
        return new Options(from, until, category, issuer, keyUsage, mail, Optional.of(other));
    }
}
