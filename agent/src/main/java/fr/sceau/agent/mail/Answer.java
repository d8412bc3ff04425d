package fr.sceau.agent.mail;

/** What the submission service said of one message. */
public sealed interface Answer {
    /** It keeps the message, from now on or since an earlier attempt. */
    record Accepted() implements Answer {}

    /** It will never take this message. */
    record Refused(String reason) implements Answer {}

    /**
     * Try again.
     *
     * @param disconnected the connection is gone, so the next message would fare no better
     */
    record Later(String reason, boolean disconnected) implements Answer {}
}
