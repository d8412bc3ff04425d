package fr.sceau.smime.cms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** Certificates found in CMS objects, as the JDK sees them. */
final class Certificates {
    /** A path needs a handful; more would only cost time. */
    private static final int MAX = 8;

    private Certificates() {}

    static X509Certificate of(X509CertificateHolder holder) throws CertificateException, IOException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }

    /** Those that can be read: an unreadable one helps no path, and the path is judged on what is left. */
    static List<X509Certificate> readable(List<X509CertificateHolder> holders) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : holders.subList(0, Math.min(MAX, holders.size()))) {
            try {
                certificates.add(of(holder));
            } catch (CertificateException unreadable) {
                continue;
            }
        }
        return certificates;
    }
}
