package fr.sceau.smime.trust;

/** A list or answer that is not to be believed. Never leaves this package. */
final class RefusedSource extends Exception {
    private static final long serialVersionUID = 1L;

    private final SourceOutcome outcome;

    RefusedSource(SourceOutcome outcome) {
        super(outcome.code());
        this.outcome = outcome;
    }

    RefusedSource(SourceOutcome outcome, Throwable cause) {
        super(outcome.code(), cause);
        this.outcome = outcome;
    }

    SourceOutcome outcome() {
        return outcome;
    }
}
