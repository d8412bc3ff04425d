package fr.sceau.directory.server.importing;

/** Tells nobody. */
final class SilentSteps implements Import.Steps {
    @Override
    public void begins(String what, long total) {}

    @Override
    public void done(long done) {}
}
