/**
 * The ledger of a batch: what was sealed, for whom, and what became of it. It lies in {@code .sceau-batch/} inside the
 * batch's folder.
 *
 * <ul>
 *   <li>{@code sealed/ID.eml}: the signed, maybe encrypted bytes of one message, written whole before anything is sent
 *   <li>{@code journal}: one line per change of state, forced to the disk before the next step; each line carries a
 *       CRC-32, so a line torn by a power cut is recognised and dropped
 *   <li>{@code ledger-id}: a random number that makes the identifiers of this batch its own
 *   <li>{@code lock}: held while a batch runs, so that two never send the same folder
 *   <li>{@code work/}: unfinished files, deleted at the next start
 * </ul>
 *
 * <p>An identifier is a digest of the ledger, the file's name and content and the recipient: whoever runs the batch again
 * finds the bytes sealed before and sends those.
 */
@NullMarked
package fr.sceau.agent.ledger;

import org.jspecify.annotations.NullMarked;
