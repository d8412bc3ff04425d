package fr.sceau.agent.mail;

import java.security.cert.X509Certificate;
import java.util.List;

/** What is known of a recipient's wish for encryption. */
public sealed interface RecipientKeys {
    /** No encryption declared: the message goes signed, over TLS, inside the trust space. */
    record NotDeclared() implements RecipientKeys {}

    /** Encrypt to these. */
    record Declared(List<X509Certificate> certificates) implements RecipientKeys {
        public Declared {
            certificates = List.copyOf(certificates);
        }
    }

    /** Encryption is declared and none of the published certificates may be used: nothing is sent in clear instead. */
    record Unusable(String reason) implements RecipientKeys {}

    /** The directory does not answer now. */
    record Unknown(String reason) implements RecipientKeys {}
}
