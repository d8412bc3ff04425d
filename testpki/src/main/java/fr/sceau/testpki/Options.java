package fr.sceau.testpki;

import java.time.Instant;
import java.util.Optional;

/** What a caller may bend when a certificate is issued. */
record Options(
        Instant from,
        Instant until,
        boolean category,
        Optional<Issuer> issuer,
        Optional<Integer> keyUsage,
        Optional<String> mail) {

    Options between(Instant newFrom, Instant newUntil) {
        return new Options(newFrom, newUntil, category, issuer, keyUsage, mail);
    }

    Options withoutCategory() {
        return new Options(from, until, false, issuer, keyUsage, mail);
    }

    Options issuedBy(Issuer other) {
        return new Options(from, until, category, Optional.of(other), keyUsage, mail);
    }

    Options keyUsage(int bits) {
        return new Options(from, until, category, issuer, Optional.of(bits), mail);
    }

    Options mail(String address) {
        return new Options(from, until, category, issuer, keyUsage, Optional.of(address));
    }
}
