package fr.sceau.server.fetch;

/** The client named messages that cannot be. */
final class InvalidRange extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
