package fr.sceau.mailets.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How mail to somebody is protected beyond the transport. */
public enum EncryptionPolicy {
    /** Mutual TLS to a listed operator, structure of the message untouched. */
    TRUST_SPACE,
    /** Sealed to recipients who declared that they can open it and have a certificate. */
    WHEN_DECLARED,
    /** Never without. */
    REQUIRED;

    /** As written in {@code policies.tsv}: {@code when-declared}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<EncryptionPolicy> of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }
}
