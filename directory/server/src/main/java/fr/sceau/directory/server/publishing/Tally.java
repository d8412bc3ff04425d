package fr.sceau.directory.server.publishing;

/**
 * What became of a round.
 *
 * @param accepted requests
 * @param refused requests
 * @param putOff why the round ended before all were asked, or empty
 */
public record Tally(int accepted, int refused, String putOff) {
    static final Tally NOTHING = new Tally(0, 0, "");

    Tally with(Outcome outcome) {
        if (outcome instanceof Outcome.Later later) {
            return new Tally(accepted, refused, later.reason());
        }
        return outcome instanceof Outcome.Accepted
                ? new Tally(accepted + 1, refused, putOff)
                : new Tally(accepted, refused + 1, putOff);
    }

    boolean goesOn() {
        return putOff.isEmpty();
    }
}
