package fr.sceau.smime;

import java.util.Locale;
import java.util.Optional;

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

    /** Encrypted to one of our keys and not opened all the same, so that nobody has seen whether it is signed. */
    record Unopened(Obstacle obstacle) implements SignatureVerdict {
        @Override
        public String code() {
            return "sealed." + kebab(obstacle);
        }

        @Override
        public String sentence() {
            return obstacle.sentence();
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

    /**
     * Intact, but the signer is not established.
     *
     * @param path of a revoked certificate, with the list or answer that says so
     */
    record Untrusted(Signer signer, Doubt doubt, Optional<TrustPath> path) implements SignatureVerdict {
        public Untrusted(Signer signer, Doubt doubt) {
            this(signer, doubt, Optional.empty());
        }

        @Override
        public String code() {
            return "untrusted." + doubt.code();
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

    /** Why a message that we have the key of was not opened. */
    enum Obstacle {
        /** One for every cause (key, padding, tag, signature inside), so that it teaches nothing. */
        DAMAGED("Message chiffré abîmé ou modifié en route, non ouvert : demandez à l'expéditeur de le renvoyer."),
        /** By its cipher, which the message names for everybody to read. */
        CIPHER_REFUSED(
                "Message chiffré par un procédé qui n'est pas admis, non ouvert : l'expéditeur doit en changer.");

        private final String sentence;

        Obstacle(String sentence) {
            this.sentence = sentence;
        }

        /** One French sentence for people. */
        public String sentence() {
            return sentence;
        }
    }

    /** Why integrity is not established. */
    enum Fault {
        MALFORMED("Signature illisible : le message est incomplet ou mal formé."),
        DIGEST_MISMATCH("Le contenu a été modifié après la signature."),
        SIGNATURE_MISMATCH("La signature ne correspond pas au certificat présenté."),
        /** The signature brings content of its own, other than the part beside it that people see. */
        CONTENT_MISMATCH("Le contenu signé n'est pas celui qui est affiché."),
        CONTENT_TYPE_MISMATCH("Le type de contenu inscrit dans la signature n'est pas celui du message."),
        MISSING_ATTRIBUTE("Un attribut obligatoire de la signature manque."),
        DUPLICATE_ATTRIBUTE("Un attribut de la signature y figure plusieurs fois."),
        ATTRIBUTES_INVALID("Les attributs de la signature sont illisibles ou se contredisent."),
        /** The signature names its certificate, and the one that came is another. */
        CERTIFICATE_SUBSTITUTED("La signature désigne un autre certificat que celui qui l'accompagne."),
        NO_SIGNER("La signature ne désigne aucun signataire."),
        CERTIFICATE_MISSING("Le certificat du signataire n'accompagne pas la signature."),
        MD5("La signature emploie MD5, qui n'est plus admis."),
        SHA1("La signature emploie SHA-1, qui n'est plus admis."),
        DSA("La signature emploie DSA, qui n'est plus admis."),
        SHORT_RSA_KEY("La clé RSA du signataire a moins de 2048 bits."),
        ALGORITHM_REFUSED("La signature emploie un algorithme qui n'est pas admis."),
        /** The only signatures are around the encryption: whoever sealed the content is not known. */
        ENCRYPTED_THEN_SIGNED(
                "La signature couvre le message chiffré, pas son contenu, dont l'auteur n'est pas établi."),
        NESTING_REFUSED("L'emboîtement de signatures et de chiffrements n'est pas admis.");

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
        /** No path, and the authority that it lacks has been asked for: to be judged again. RFC 5280 4.2.2.1 */
        ISSUER_AWAITED("L'autorité du certificat du signataire n'est pas connue ici ; son certificat a été demandé."),
        TEST_CERTIFICATE("Le certificat du signataire est un certificat de TEST."),
        EXPIRED("Le certificat du signataire est expiré."),
        NOT_YET_VALID("Le certificat du signataire n'est pas encore valable."),
        REVOKED("Le certificat du signataire est révoqué."),
        AUTHENTICATION_CERTIFICATE("Le certificat employé sert à s'authentifier, non à signer."),
        WRONG_PURPOSE("Le certificat du signataire n'est pas prévu pour signer des messages."),
        WRONG_BRANCH("Le certificat du signataire ne vient pas de la branche de l'IGC prévue pour ce titulaire."),
        WRONG_CATEGORY("La catégorie inscrite dans le certificat du signataire n'est pas admise."),
        SIGNER_UNIDENTIFIED("Le certificat du signataire ne nomme ni un professionnel ni une structure."),
        FROM_UNCLEAR("L'expéditeur affiché est absent, multiple ou illisible."),
        SENDER_UNKNOWN("Le lien entre le signataire et l'expéditeur affiché ne peut pas être établi."),
        SENDER_MISMATCH("Le signataire n'est pas l'expéditeur affiché."),
        STRUCTURE_MISMATCH("La structure qui a signé n'est pas celle de l'expéditeur affiché."),
        NOT_DELEGATE("L'annuaire ne désigne pas le signataire pour cette boîte de structure."),
        CERTIFICATE_ADDRESS_MISMATCH("L'adresse inscrite dans le certificat n'est pas celle de l'expéditeur affiché."),
        SENDER_FIELD_MISMATCH("Le champ Sender nomme une autre boîte que celle du signataire."),
        /** RFC 5322 3.6.2: a secretary sends for the author; the signature is the secretary's. */
        SIGNED_BY_SENDER_FIELD("Le message est signé par la boîte qui l'a envoyé, non par l'auteur affiché."),
        SIGNED_FROM_MISMATCH("L'expéditeur inscrit dans la partie signée n'est pas l'expéditeur affiché."),
        DISPLAY_NAME_MISLEADING("Le nom affiché de l'expéditeur imite une autre adresse ou un verdict."),
        REPLY_ELSEWHERE("Les réponses iraient à une autre boîte que celle du signataire.");

        private final String sentence;

        Doubt(String sentence) {
            this.sentence = sentence;
        }

        /** Stable lower-case word. */
        public String code() {
            return kebab(this);
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
