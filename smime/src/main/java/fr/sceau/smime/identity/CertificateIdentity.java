package fr.sceau.smime.identity;

/**
 * What a certificate says of its holder. IGC-Santé certificates of persons carry no mail address: the holder is named by
 * {@code IdNat_PS} (persons) or by a structure number (organisations).
 */
public sealed interface CertificateIdentity {
    /** Name for people: {@code Claire MARTIN} or the organisation's name. */
    String displayName();

    /**
     * A professional.
     *
     * @param idNatPs national identifier: type digit and identifier, such as {@code 899700218896}, or {@code 3}+FINESS+
     *     {@code /}+register number
     * @param familyName from SN
     * @param givenName from GN
     */
    record Person(String idNatPs, String familyName, String givenName) implements CertificateIdentity {
        @Override
        public String displayName() {
            return givenName + " " + familyName;
        }
    }

    /**
     * An organisation or one of its applications.
     *
     * @param structureId {@code 1}+FINESS or {@code 3}+SIRET, from OU
     * @param organisation from O
     * @param commonName from CN: an application or service name
     */
    record Organisation(String structureId, String organisation, String commonName) implements CertificateIdentity {
        @Override
        public String displayName() {
            return organisation + " (" + commonName + ")";
        }
    }

    /** A certificate in no known shape; trusted for nobody. */
    record Unknown(String subject) implements CertificateIdentity {
        @Override
        public String displayName() {
            return "titulaire inconnu";
        }
    }
}
