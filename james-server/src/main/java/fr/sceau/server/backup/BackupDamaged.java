package fr.sceau.server.backup;

import java.io.IOException;

/** A backup that is not whole and unchanged, or not for this key. The message is for the operator. */
public final class BackupDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    BackupDamaged(String message) {
        super(message);
    }

    BackupDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
