package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.importing.Import.Steps;

/** Tells how far the threads of an import are. Safe for many threads. */
final class Meter {
    private final Steps steps;
    private long done;

    Meter(Steps steps) {
        this.steps = steps;
    }

    /** To be called when nothing of what was before is under way any more. */
    synchronized void begins(String what, long total) {
        done = 0;
        steps.begins(what, total);
    }

    synchronized void more(long some) {
        done += some;
        if (some > 0) {
            steps.done(done);
        }
    }
}
