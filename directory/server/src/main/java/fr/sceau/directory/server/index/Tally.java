package fr.sceau.directory.server.index;

/** How many entries an update adds, changes, misses, finds again, takes out and leaves. */
public final class Tally {
    int added;
    int changed;
    int missing;
    int back;
    int removed;
    int same;

    Tally() {}

    public int added() {
        return added;
    }

    public int changed() {
        return changed;
    }

    public int missing() {
        return missing;
    }

    public int back() {
        return back;
    }

    public int removed() {
        return removed;
    }

    public int same() {
        return same;
    }
}
