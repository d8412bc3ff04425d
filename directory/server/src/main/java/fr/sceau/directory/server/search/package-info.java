/**
 * Evaluates filters, and finds the few entries that are in memory. Names are compared without accents, case and hyphens, so that
 * {@code zoe} finds {@code Zoé}; addresses and identifiers are compared without case only, so that no accent makes two mailboxes
 * one.
 */
@NullMarked
package fr.sceau.directory.server.search;

import org.jspecify.annotations.NullMarked;
