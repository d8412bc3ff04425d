package fr.sceau.smime.engine;

import java.security.Provider;
import java.util.Optional;

/**
 * A faster provider, if the process has one.
 *
 * @param said what an operator may want to know: which one it is, or why there is none
 */
record Accelerator(Optional<Provider> provider, String said) {
    /** {@code off} keeps the platform's own. */
    private static final String PROPERTY = "sceau.accelerator";

    static Accelerator none(String why) {
        return new Accelerator(Optional.empty(), why);
    }

    static Accelerator find() {
        if ("off".equals(System.getProperty(PROPERTY))) {
            return none("switched off");
        }
        try {
            return Corretto.load();
        } catch (LinkageError absent) {
            return none("none on the class path");
        }
    }
}
