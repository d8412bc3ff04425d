package fr.sceau.directory.server.served;

/** What is served at the moment. Safe for many threads, of which one sets. */
public final class Present implements AutoCloseable {
    private volatile Served served;

    public Present(Served first) {
        this.served = first;
    }

    /** To be closed by who took it: until then it stays readable, whatever is set meanwhile. */
    public Served take() {
        Served now = served;
        while (!now.hold()) {
            if (now == served) {
                throw new IllegalStateException("the directory is closed");
            }
            now = served;
        }
        return now;
    }

    public void set(Served next) {
        Served before = served;
        served = next;
        before.close();
    }

    @Override
    public void close() {
        served.close();
    }
}
