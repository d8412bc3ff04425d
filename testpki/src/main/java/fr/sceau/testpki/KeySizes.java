package fr.sceau.testpki;

/**
 * RSA key lengths in bits.
 *
 * @param authority roots and issuing authorities
 * @param holder persons, organisations and servers
 */
public record KeySizes(int authority, int holder) {
    public KeySizes {
        if (authority < 2048 || holder < 2048) {
            throw new TestPkiException("RSA keys under 2048 bits are refused everywhere in Sceau");
        }
    }

    /** What IGC-Santé publishes; seconds to generate. */
    public static KeySizes published() {
        return new KeySizes(4096, 2048);
    }

    /** For tests and the demonstration: IGC-Santé's lengths for authorities cost a small machine its first minute. */
    public static KeySizes quick() {
        return new KeySizes(2048, 2048);
    }
}
