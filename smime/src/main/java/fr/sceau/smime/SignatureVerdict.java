package fr.sceau.smime;

import java.util.Locale;

/**
 * What is known about the S/MIME signature of one message. Only {@link Trusted} may be shown as "verified".
 *
 * <p>Integrity, chain, revocation, purpose and identity are separate facts and none implies another: {@link Invalid}
 * says that integrity is not established; {@link Untrusted} that the content is intact but one of the other facts does
 * not hold; {@link Pending} that only fresh revocation data is missing.
 */
public sealed interface SignatureVerdict {
    /** Stable lower-case code for headers, traces and tests, such as {@code trusted} or {@code invalid.digest-mismatch}. */
    String code();

    /** One French sentence for people; never names a patient, a path or a mechanism. */
    String sentence();

    /** No signature at all. */
    record Unsigned() implements SignatureVerdict {
        @Override
        public String code() {
            return "unsigned";
        }

        @Override
        public String sentence() {
            return "Pas de signature personnelle.";
        }
    }

    /** Encrypted to somebody else's key: whether it is signed cannot be seen from here. */
    record Sealed() implements SignatureVerdict {
        @Override
        public String code() {
            return "sealed";
        }

        @Override
        public String sentence() {
            return "Message chiffré pour son destinataire : la signature se vérifie à l'ouverture.";
        }
    }

    /** Integrity is not established. */
    record Invalid(Fault fault) implements SignatureVerdict {
        @Override
        public String code() {
            return "invalid." + kebab(fault);
        }

        @Override
        public String sentence() {
            return fault.sentence();
        }
    }

    /** Intact, but the signer is not established. */
    record Untrusted(Signer signer, Doubt doubt) implements SignatureVerdict {
        @Override
        public String code() {
            return "untrusted." + kebab(doubt);
        }

        @Override
        public String sentence() {
            return doubt.sentence();
        }
    }

    /** Intact, path valid, not revoked, right purpose, and the signer is the sender. */
    record Trusted(Signer signer, TrustPath path) implements SignatureVerdict {
        @Override
        public String code() {
            return "trusted";
        }

        @Override
        public String sentence() {
            return "Signature vérifiée : " + signer.identity().displayName() + ".";
        }
    }

    /** Everything holds but fresh revocation data is missing; to be checked again. */
    record Pending(Signer signer, TrustPath path) implements SignatureVerdict {
        @Override
        public String code() {
            return "pending";
        }

        @Override
        public String sentence() {
            return "Signature intacte ; la révocation du certificat n'est pas encore vérifiée.";
        }
    }

    /** Why integrity is not established. */
    enum Fault {
        MALFORMED("Signature illisible : le message est incomplet ou mal formé."),
        DIGEST_MISMATCH("Le contenu a été modifié après la signature."),
        SIGNATURE_MISMATCH("La signature ne correspond pas au certificat présenté."),
        ALGORITHM_REFUSED("La signature emploie un algorithme qui n'est plus admis."),
        NO_SIGNER("La signature ne désigne aucun signataire."),
        ATTRIBUTES_INVALID("Les attributs obligatoires de la signature manquent ou se contredisent.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** One French sentence for people. */
        public String sentence() {
            return sentence;
        }
    }

    /** Why an intact signature does not establish the sender. */
    enum Doubt {
        NO_TRUSTED_PATH("Le certificat du signataire n'est pas émis par une autorité reconnue."),
        TEST_CERTIFICATE("Le certificat du signataire est un certificat de TEST."),
        EXPIRED("Le certificat du signataire est expiré."),
        NOT_YET_VALID("Le certificat du signataire n'est pas encore valable."),
        REVOKED("Le certificat du signataire est révoqué."),
        WRONG_PURPOSE("Le certificat du signataire n'est pas prévu pour signer des messages."),
        SENDER_MISMATCH("Le signataire n'est pas l'expéditeur affiché."),
        SENDER_UNKNOWN("Le lien entre le signataire et l'expéditeur affiché ne peut pas être établi.");

        private final String sentence;

        Doubt(String sentence) {
            this.sentence = sentence;
        }

        /** One French sentence for people. */
        public String sentence() {
            return sentence;
        }
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
