package fr.sceau.bench.directory;

/**
 * One search.
 *
 * @param typed for the reader of the report
 * @param sought the name of the entry that whoever asks has in mind
 */
record Question(Kind kind, String typed, Rule rule, String sought) {
    Base base() {
        return kind.base();
    }

    /** Of a text that keeps its own: answers are filed by question while time is measured. */
    @Override
    public int hashCode() {
        return sought.hashCode();
    }
}
