package fr.sceau.smime.keys;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The token that holds the key did not do what it was asked: an outage, and never a finding about the mail. The same
 * question may be answered later.
 */
public final class TokenUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean pinRefused;

    TokenUnavailable(String message, boolean pinRefused, @Nullable Throwable cause) {
        super(message, cause);
        this.pinRefused = pinRefused;
    }

    /** Whether it stays so until somebody corrects the PIN. */
    public boolean pinRefused() {
        return pinRefused;
    }
}
