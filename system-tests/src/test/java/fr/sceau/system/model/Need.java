package fr.sceau.system.model;

/**
 * Rights that a command needs on a mailbox (RFC 4314 4).
 *
 * @param all each of these letters
 * @param one and one of these at the least, where there are any
 */
record Need(long box, String all, String one) {
    /** Whether it takes more than reading, and than putting messages in. */
    boolean changes() {
        return (all + one).chars().anyMatch(letter -> "stwe".indexOf(letter) >= 0);
    }

    static Need of(long box, String all) {
        return new Need(box, all, "");
    }
}
