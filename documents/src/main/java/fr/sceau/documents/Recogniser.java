package fr.sceau.documents;

import java.io.IOException;
import java.io.InputStream;

/** Recognises the documents of a message from their content. Stateless: one instance serves all threads. */
public final class Recogniser {
    private final Limits limits;

    public Recogniser() {
        this(Limits.DEFAULT);
    }

    public Recogniser(Limits limits) {
        this.limits = limits;
    }

    /**
     * Looks into every part of a message. Bad content never throws: it becomes a flag on the document concerned.
     *
     * @param rfc5322Message the message as on the wire; read to its end at most, not closed
     * @throws IOException only when the stream itself fails
     */
    public Recognition recognise(InputStream rfc5322Message) throws IOException {
        return new MessageWalk(limits).walk(rfc5322Message);
    }
}
