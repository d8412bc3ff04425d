package fr.sceau.smime.trust;

import fr.sceau.smime.SmimeException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** The roots we trust and the issuing certificates that lead to them. */
public final class TrustAnchors {
    private final List<X509Certificate> anchors;
    private final List<X509Certificate> intermediates;

    private TrustAnchors(List<X509Certificate> anchors, List<X509Certificate> intermediates) {
        this.anchors = List.copyOf(anchors);
        this.intermediates = List.copyOf(intermediates);
    }

    /** @param intermediates help to build paths and are trusted for nothing by themselves */
    public static TrustAnchors of(List<X509Certificate> anchors, List<X509Certificate> intermediates) {
        return new TrustAnchors(anchors, intermediates);
    }

    /** Reads {@code anchors/*.cer} and {@code intermediates/*.cer}; refuses an unreadable file and an empty trust. */
    public static TrustAnchors load(Path trustDir) throws SmimeException {
        throw new UnsupportedOperationException("not written yet");
    }

    public List<X509Certificate> anchors() {
        return anchors;
    }

    public List<X509Certificate> intermediates() {
        return intermediates;
    }
}
