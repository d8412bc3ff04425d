package fr.sceau.testpki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate authority: its file code, key and certificate. */
record Authority(String code, PrivateKey key, X509Certificate certificate) {
    @Override
    public String toString() {
        return "Authority[" + code + "]";
    }
}
