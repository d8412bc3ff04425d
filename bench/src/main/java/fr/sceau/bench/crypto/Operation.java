package fr.sceau.bench.crypto;

/** What is done to a whole message, and how it has to compare with OpenSSL. */
public enum Operation {
    SIGN("signer", 0.8),
    VERIFY("vérifier", 0.6),
    SEAL_CBC("sceller AES-256-CBC", 0.8),
    SEAL_GCM("sceller AES-256-GCM", 0.8),
    OPEN_CBC("ouvrir AES-256-CBC", 0.8),
    OPEN_GCM("ouvrir AES-256-GCM", 0.8);

    private final String title;
    private final double target;

    Operation(String title, double target) {
        this.title = title;
        this.target = target;
    }

    boolean signature() {
        return this == SIGN || this == VERIFY;
    }

    String title() {
        return title;
    }

    /** Least ratio of speeds, with the accelerator. */
    double target() {
        return target;
    }
}
