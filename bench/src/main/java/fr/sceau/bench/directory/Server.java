package fr.sceau.bench.directory;

/** One of the two that are compared, with all that it answered. */
record Server(String name, int port, Answers answers) {
    Server(String name, int port) {
        this(name, port, new Answers());
    }

    @Override
    public String toString() {
        return name;
    }
}
