package fr.sceau.directory.server.publishing;

/** What is asked of the national directory. */
public enum Operation {
    CREATE("création"),
    MODIFY("modification"),
    DELETE("retrait");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** For people, in French. */
    public String word() {
        return word;
    }
}
