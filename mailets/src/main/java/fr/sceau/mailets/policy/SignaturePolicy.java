package fr.sceau.mailets.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a submitted message must bear. */
public enum SignaturePolicy {
    /** A strong login proves the origin; bytes are left alone. */
    LOGIN,
    /** A personal or an organisation's signature. */
    ANY,
    /** The sender's own certificate. */
    PERSONAL,
    /** The server signs with the organisation's key what comes unsigned. */
    ON_BEHALF;

    /** As written in {@code policies.tsv}: {@code on-behalf}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SignaturePolicy> of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }
}
