package fr.sceau.smime.keys;

import fr.sceau.smime.SmimeException;
import java.nio.file.Path;

/** Reads mailbox keys from a PKCS#12 file. */
public final class Pkcs12 {
    private Pkcs12() {}

    public static MailboxKeys read(Path file, char[] password) throws SmimeException {
        throw new UnsupportedOperationException("not written yet");
    }
}
