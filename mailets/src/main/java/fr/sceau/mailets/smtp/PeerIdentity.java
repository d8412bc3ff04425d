package fr.sceau.mailets.smtp;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.security.auth.x500.X500Principal;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.smtp.SMTPSession;

/** Who is at the other end of the TLS connection. */
public final class PeerIdentity {
    /** Subject of the peer's certificate, kept for the whole connection. */
    public static final AttachmentKey<String> NAME = AttachmentKey.of("SCEAU_PEER", String.class);

    private PeerIdentity() {}

    /** The subject of the client certificate, which the TLS layer has validated; empty when none was presented. */
    public static Optional<X500Principal> of(SMTPSession session) {
        return session.getSSLSession().flatMap(PeerIdentity::subject);
    }

    private static Optional<X500Principal> subject(SSLSession tls) {
        try {
            Certificate[] chain = tls.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate certificate
                    ? Optional.of(certificate.getSubjectX500Principal())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty(); // the peer presented none
        }
    }
}
