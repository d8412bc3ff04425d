package fr.sceau.mailets.header;

/** A header that does not end; a fact about a message, which callers turn into a refusal or a label. */
public final class MalformedHeader extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedHeader() {
        super("header without end");
    }
}
