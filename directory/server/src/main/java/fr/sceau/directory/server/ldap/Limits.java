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
 * @param connections open at a time; the one that was silent for longest gives way
 */
public record Limits(int entries, int inPages, long read, Duration time, int turns, int connections) {
    public static final Limits USUAL = new Limits(100, 1_000, 5_000, Duration.ofSeconds(2), 4, 200);
}
