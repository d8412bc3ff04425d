package fr.sceau.webmail.mailbox;

import java.util.Arrays;

/**
 * The password of the person at the screen, kept only as long as the session. It is wiped at log-out; the mail library
 * takes passwords as strings, so short-lived copies remain in memory until the next garbage collection.
 */
public final class Password {
    private final char[] characters;

    public Password(String characters) {
        this.characters = characters.toCharArray();
    }

    /** A copy for the one call that needs it. */
    public synchronized String reveal() {
        return new String(characters);
    }

    /** Overwrites it; it opens nothing any more. */
    public synchronized void wipe() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
