package fr.sceau.webmail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operation that cannot be done, with the sentence for the person at the screen. */
public final class WebmailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String sentence;

    public WebmailException(Refusal refusal) {
        this(refusal, refusal.sentence(), null);
    }

    public WebmailException(Refusal refusal, @Nullable Throwable cause) {
        this(refusal, refusal.sentence(), cause);
    }

    /** With a sentence more precise than the general one; it must name no patient, path or mechanism. */
    public WebmailException(Refusal refusal, String sentence, @Nullable Throwable cause) {
        super(refusal.code(), cause);
        this.refusal = refusal;
        this.sentence = Objects.requireNonNull(sentence);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** One French sentence for people. */
    public String sentence() {
        return sentence;
    }

    /** Whether the same request may succeed later. */
    public boolean isTransient() {
        return refusal.status() == 503;
    }
}
