package fr.sceau.directory.server.ldap;

import java.time.Duration;

/**
 * What clients may cost.
 *
 * @param entries in one answer
 * @param inPages entries in all pages of one answer
 * @param read entries that are looked at for a filter of which nothing is indexed
 * @param time of one search
 * @param turns searches at a time; the others wait
 * @param connections open at a time at each entrance; the one that was silent for longest gives way
 * @param rate of searches from outside of this machine
 */
public record Limits(int entries, int inPages, long read, Duration time, int turns, int connections, Rate rate) {
    public static final Limits USUAL =
            new Limits(100, 1_000, 2_000, Duration.ofSeconds(2), 4, 200, new Rate(200, 20, 4_096));

    /**
     * How often one address may ask.
     *
     * @param atOnce when it has not asked for a while
     * @param perSecond after that
     * @param addresses that are remembered
     */
    public record Rate(int atOnce, int perSecond, int addresses) {}
}
