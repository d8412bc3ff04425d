package fr.sceau.smime;

import fr.sceau.smime.header.ProtectedHeader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What came of trying to open an encrypted message. Large content stands in a temporary file until it is closed. */
public sealed interface Opening extends AutoCloseable {
    /** The message is not encrypted, or only in a part of it. */
    record NotEncrypted() implements Opening {}

    /**
     * Opened in full. Says nothing of who wrote it: verify {@code message} for that.
     *
     * @param message the outer header with the {@code Content-*} fields and the body of what was inside, and with the
     *     fields that were hidden inside; readable until this is closed
     * @param integrity what vouches for the content
     * @param header the header fields that the sender protected, if any
     * @param signedAround whether signatures stood around what was encrypted. They are not in {@code message} any more: what
     *     they are worth, and with it the verdict, only the message as it came can tell
     */
    record Opened(
            RawMessage message, ContentIntegrity integrity, Optional<ProtectedHeader> header, boolean signedAround)
            implements Opening {
        @Override
        public void close() {
            try {
                if (message instanceof Closeable held) {
                    held.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Encrypted, but to none of the keys at hand. */
    record NotForTheseKeys() implements Opening {}

    /** Encrypted to one of the keys but damaged. One answer for every cause, so that it teaches nothing. */
    record Damaged() implements Opening {}

    /** Encrypted to one of the keys by a cipher that no key makes good; the message names it for everybody to read. */
    record Refused() implements Opening {}

    /** Gives up what was opened. */
    @Override
    default void close() {}
}
