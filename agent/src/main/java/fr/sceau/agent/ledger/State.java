package fr.sceau.agent.ledger;

/** Where one message stands. */
public enum State {
    /** Sealed; the server has not answered for it yet. */
    SEALED("en attente"),
    /** The server took it over. */
    ACCEPTED("accepté"),
    /** The server refused it for good. */
    REFUSED("refusé"),
    /** Not sent: its source file changed before the server had answered. */
    REPLACED("remplacé");

    private final String label;

    State(String label) {
        this.label = label;
    }

    /** For people, in French. */
    public String label() {
        return label;
    }
}
