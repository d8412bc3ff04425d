package fr.sceau.smime;

/** What came of trying to open an encrypted message. */
public sealed interface Opening {
    /** The message is not encrypted at its top level. */
    record NotEncrypted() implements Opening {}

    /**
     * Opened in full. Says nothing of who wrote it: verify {@code message} for that.
     *
     * @param message the outer header with the {@code Content-*} fields and the body of what was inside
     */
    record Opened(RawMessage message) implements Opening {}

    /** Encrypted, but to none of the keys at hand. */
    record NotForTheseKeys() implements Opening {}

    /** Encrypted to one of the keys but damaged or refused. One answer for every cause, so that it teaches nothing. */
    record Damaged() implements Opening {}
}
