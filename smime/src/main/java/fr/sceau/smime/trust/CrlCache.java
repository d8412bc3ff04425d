package fr.sceau.smime.trust;

import java.nio.file.Path;

/** The CRLs on disk, by issuer. Reads changed files again. */
public final class CrlCache {
    private final Path crlDir;

    public CrlCache(Path crlDir) {
        this.crlDir = crlDir;
    }

    @Override
    public String toString() {
        return "CrlCache[" + crlDir + "]";
    }
}
