package fr.sceau.system.model;

import java.time.Instant;

/**
 * A message as a quiet point found it.
 *
 * @param content the octets, one a character
 */
record Message(String content, Instant date, int flags, long modSeq) {}
