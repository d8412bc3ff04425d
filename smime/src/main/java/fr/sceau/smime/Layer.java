package fr.sceau.smime;

import fr.sceau.smime.identity.ProtectedFields;
import java.util.List;
import java.util.Locale;

/** One S/MIME layer around the content of a message. */
public sealed interface Layer {
    /** Stable lower-case code, such as {@code multipart-signed:trusted} or {@code encrypted:aes-256-cbc:opened}. */
    String code();

    /** One French sentence for people; never names a patient or a path. */
    String sentence();

    /** How signed content travels. */
    enum Form {
        /** {@code multipart/signed}: any client shows the content. RFC 8551 3.5.3 */
        CLEAR("multipart-signed"),
        /** Content inside the CMS object. RFC 8551 3.5.2 */
        OPAQUE("signed-data");

        private final String code;

        Form(String code) {
            this.code = code;
        }

        /** Word in codes. */
        public String code() {
            return code;
        }
    }

    /**
     * A signature around what follows.
     *
     * @param verdict on this layer alone: the first signer who is not established decides
     * @param signers a verdict for each signer; empty unless the layer is intact
     * @param inside header fields that the signature covers; none unless the layer is intact
     */
    record Signed(Form form, SignatureVerdict verdict, List<SignatureVerdict> signers, ProtectedFields inside)
            implements Layer {
        public Signed {
            signers = List.copyOf(signers);
        }

        @Override
        public String code() {
            return form.code() + ":" + verdict.code();
        }

        @Override
        public String sentence() {
            return verdict.sentence();
        }
    }

    /** What came of an encrypted layer. */
    enum Access {
        OPENED("ouvert avec une clé de la boîte"),
        /** To none of the keys at hand. */
        CLOSED("sans clé pour l'ouvrir ici"),
        /** One answer for every cause. */
        DAMAGED("abîmé"),
        /** By a cipher that is not opened here. */
        REFUSED("par un procédé qui n'est pas admis"),
        /** By a cipher that no key makes good. */
        LEGACY("par un procédé qui n'est plus admis");

        private final String words;

        Access(String words) {
            this.words = words;
        }
    }

    /**
     * Encryption around what follows.
     *
     * @param cipher as the object announces it
     * @param authenticated whether the cipher itself would show a change
     */
    record Encrypted(String cipher, boolean authenticated, Access access) implements Layer {
        @Override
        public String code() {
            return "encrypted:" + cipher + ":" + access.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String sentence() {
            return "Chiffré (" + cipher.toUpperCase(Locale.ROOT) + "), " + access.words + ".";
        }
    }

    /** Certificates and nothing else. */
    record CertificatesOnly() implements Layer {
        @Override
        public String code() {
            return "certs-only";
        }

        @Override
        public String sentence() {
            return "Certificats seuls, sans contenu ni signature.";
        }
    }

    /** Compressed content, which is not unpacked here. */
    record Compressed() implements Layer {
        @Override
        public String code() {
            return "compressed";
        }

        @Override
        public String sentence() {
            return "Contenu compressé.";
        }
    }

    /** A further layer that is not looked into: more than three, or encryption within encryption. */
    record Refused() implements Layer {
        @Override
        public String code() {
            return "refused";
        }

        @Override
        public String sentence() {
            return SignatureVerdict.Fault.NESTING_REFUSED.sentence();
        }
    }
}
