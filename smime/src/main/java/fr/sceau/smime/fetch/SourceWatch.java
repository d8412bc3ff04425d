package fr.sceau.smime.fetch;

import fr.sceau.smime.trust.SourceOutcome;

/** Is told what became of each request, for the operator to see. */
@FunctionalInterface
public interface SourceWatch {
    /** @param address without query, which might hold what is nobody's business */
    void asked(String address, SourceOutcome outcome);
}
