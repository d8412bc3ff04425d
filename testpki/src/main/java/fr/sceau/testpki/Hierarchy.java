package fr.sceau.testpki;

import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;

/** Roots and issuing authorities by their file code. */
final class Hierarchy {
    private static final int YEARS_OF_LIFE = 20;

    private final Map<String, Authority> byCode = new LinkedHashMap<>();

    Hierarchy(Collection<Authority> authorities) {
        authorities.forEach(authority -> byCode.put(authority.code(), authority));
        for (Issuer issuer : Issuer.values()) {
            issuing(issuer);
            root(issuer);
        }
    }

    /** Key pairs dominate the time, so all are made at once. */
    static Hierarchy generate(Instant now, int keyBits) {
        Instant from = now.minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Instant until = from.plus(365L * YEARS_OF_LIFE, ChronoUnit.DAYS);
        List<CompletableFuture<KeyPair>> pairs = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> Keys.rsa(keyBits)))
                .limit(2L * Issuer.values().length)
                .toList();
        return new Hierarchy(Stream.of(Issuer.values())
                .flatMap(issuer -> {
                    KeyPair root = pairs.get(2 * issuer.ordinal()).join();
                    KeyPair issuing = pairs.get(2 * issuer.ordinal() + 1).join();
                    return Stream.of(root(issuer, root, from, until), issuing(issuer, root, issuing, from, until));
                })
                .toList());
    }

    private static Authority root(Issuer issuer, KeyPair pair, Instant from, Instant until) {
        X500Name name = issuer.rootSubject();
        var request = new Certifier.Request(name, pair.getPublic(), from, until);
        return new Authority(
                issuer.rootCode(),
                pair.getPrivate(),
                Certifier.sign(request, name, pair.getPrivate(), pair.getPublic(), IgcExtensions::root));
    }

    private static Authority issuing(Issuer issuer, KeyPair root, KeyPair pair, Instant from, Instant until) {
        var request = new Certifier.Request(issuer.subject(), pair.getPublic(), from, until);
        return new Authority(
                issuer.code(),
                pair.getPrivate(),
                Certifier.sign(
                        request,
                        issuer.rootSubject(),
                        root.getPrivate(),
                        root.getPublic(),
                        builder -> IgcExtensions.issuing(builder, issuer)));
    }

    Authority issuing(Issuer issuer) {
        return required(issuer.code());
    }

    Authority root(Issuer issuer) {
        return required(issuer.rootCode());
    }

    X500Name issuerName(Issuer issuer) {
        return issuer.subject();
    }

    Collection<Authority> all() {
        return List.copyOf(byCode.values());
    }

    private Authority required(String code) {
        Authority authority = byCode.get(code);
        if (authority == null) {
            throw new TestPkiException("authority missing: " + code);
        }
        return authority;
    }
}
