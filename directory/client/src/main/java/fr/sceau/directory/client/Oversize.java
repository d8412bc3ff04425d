package fr.sceau.directory.client;

import java.time.Instant;

/**
 * A message that was refused for its size; none as large has passed since.
 *
 * @param octets of the smallest, as it was handed in
 * @param at when one was refused last
 */
public record Oversize(long octets, Instant at) {}
