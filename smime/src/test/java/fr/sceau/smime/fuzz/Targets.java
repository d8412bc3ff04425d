package fr.sceau.smime.fuzz;

import java.util.Arrays;
import java.util.Locale;

/** The ways in, by the names that {@code ./sceau prove fuzz} knows them by. */
enum Targets {
    /** Whole mail, judged. */
    VERIFY(VerifyTarget::new),
    /** Whole mail, opened with keys that we hold. */
    OPEN(OpenTarget::new),
    /** The signed object of a mail. */
    SIGNED(SignedTarget::new),
    /** The encrypted object of a mail. */
    ENVELOPED(EnvelopedTarget::new),
    /** The header of a mail: addresses, protected fields, our own facts. */
    HEADER(world -> new HeaderTarget()),
    /** A mail that one of our users sends: we sign and seal it. */
    SENT(SentTarget::new),
    /** Lists and answers that came from the network. */
    REVOCATION(RevocationTarget::new),
    /** Certificates of strangers. */
    CERTIFICATE(CertificateTarget::new),
    /** Files of keys. */
    KEYS(world -> new KeysTarget());

    private interface Maker {
        Target in(FuzzWorld world) throws Exception;
    }

    private final Maker maker;

    Targets(Maker maker) {
        this.maker = maker;
    }

    Target in(FuzzWorld world) throws Exception {
        return maker.in(world);
    }

    static Targets named(String name) {
        return Arrays.stream(values())
                .filter(target -> target.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such target: " + name));
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
