package fr.sceau.smime.cms;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Bouncy Castle as a provider of its own: it is never registered, so nothing else in the process changes. */
final class Providers {
    static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private Providers() {}
}
