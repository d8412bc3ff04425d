package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * An entry and the certificates that are published with it while they are valid.
 *
 * @param entry everything but the certificates; not to be changed
 * @param certificates for encrypting mail, the newest first
 */
public record StoredEntry(Entry entry, List<X509Certificate> certificates) {
    private static final String CERTIFICATE = "userCertificate;binary"; // RFC 4523 2.1

    public StoredEntry {
        certificates = List.copyOf(certificates);
    }

    /** The entry as it is to be seen at an instant: certificates that are not valid then are left out. */
    public Entry visibleAt(Instant now) {
        List<byte[]> valid = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            if (isValid(certificate, Date.from(now))) {
                valid.add(encoded(certificate));
            }
        }
        if (valid.isEmpty()) {
            return entry;
        }
        Entry visible = entry.duplicate();
        visible.addAttribute(new Attribute(CERTIFICATE, valid.toArray(byte[][]::new)));
        return visible;
    }

    private static boolean isValid(X509Certificate certificate, Date now) {
        return !now.before(certificate.getNotBefore()) && !now.after(certificate.getNotAfter());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }
}
