/**
 * What became of our mail to the mailboxes of others, and how the directory learns of it: the table {@code correspondent}, and
 * {@code directory/learned/remises.tsv}, which {@link fr.sceau.server.correspondents.LearnedFile} writes and the directory reads.
 */
@NullMarked
package fr.sceau.server.correspondents;

import org.jspecify.annotations.NullMarked;
