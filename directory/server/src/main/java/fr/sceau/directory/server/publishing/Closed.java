package fr.sceau.directory.server.publishing;

import java.time.Duration;

/** A service that cannot be asked now. */
record Closed(String reason) implements Publisher {
    private Outcome later() {
        return new Outcome.Later(reason, Duration.ZERO);
    }

    @Override
    public Outcome create(Publication wanted) {
        return later();
    }

    @Override
    public Outcome modify(Publication wanted) {
        return later();
    }

    @Override
    public Outcome delete(Publication published) {
        return later();
    }
}
