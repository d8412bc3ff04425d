package fr.sceau.smime.engine;

import java.security.PublicKey;

/**
 * A secret that a new key and that of somebody else agree on. Shows itself in no text.
 *
 * @param own from which, with the other's private key, comes the same secret
 */
public record FreshAgreement(PublicKey own, byte[] secret) {
    public FreshAgreement {
        secret = secret.clone();
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "FreshAgreement[***]";
    }
}
