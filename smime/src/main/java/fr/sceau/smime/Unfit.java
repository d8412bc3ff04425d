package fr.sceau.smime;

import java.util.Locale;

/** Why nothing may be encrypted to a certificate, whatever its path is worth. */
public enum Unfit {
    /** Not for encryption, or not for mail. RFC 8550 4.4 */
    WRONG_PURPOSE,
    /** RSA of fewer than 2048 bits, or a curve of fewer than 256. */
    SHORT_KEY,
    /** Neither RSA nor a curve on which keys can be agreed here. */
    KEY_TYPE;

    /** Stable lower-case word. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
