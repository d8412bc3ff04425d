package fr.sceau.smime;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;

/**
 * How a key signs.
 *
 * @param hash what the content is digested with
 * @param pss RSASSA-PSS rather than PKCS#1 v1.5; of no meaning for ECDSA
 */
public record SigningScheme(Hash hash, boolean pss) {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;

    /** SHA-2 only. */
    public enum Hash {
        SHA256,
        SHA384,
        SHA512;

        /** Name in the micalg parameter. RFC 8551 3.5.3.2 */
        String micalg() {
            return name().toLowerCase(Locale.ROOT).replace("sha", "sha-");
        }
    }

    /** What every client verifies: RSA PKCS#1 v1.5 with SHA-256, ECDSA with a hash as strong as the curve. */
    public static SigningScheme of(PublicKey key) {
        int bits = key instanceof ECPublicKey ec ? ec.getParams().getOrder().bitLength() : MIN_EC_BITS;
        if (bits > 384) {
            return new SigningScheme(Hash.SHA512, false);
        }
        return new SigningScheme(bits > MIN_EC_BITS ? Hash.SHA384 : Hash.SHA256, false);
    }

    /** The platform's name for it. */
    public String algorithm(PublicKey key) throws SmimeException {
        if (key instanceof RSAPublicKey rsa) {
            if (rsa.getModulus().bitLength() < MIN_RSA_BITS) {
                throw new SmimeException("clé RSA de moins de 2048 bits refusée");
            }
            return hash + (pss ? "withRSAandMGF1" : "withRSA");
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= MIN_EC_BITS) {
            return hash + "withECDSA";
        }
        throw new SmimeException("type de clé de signature inconnu ou trop faible");
    }
}
