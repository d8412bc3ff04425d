/**
 * Sending a folder of results, one signed message for each file and recipient, and saying what became of each.
 *
 * <p>{@link fr.sceau.agent.batch.Batch} does it; {@link fr.sceau.agent.batch.BatchOptions} says how;
 * {@link fr.sceau.agent.batch.BatchListener} follows. The report is a CSV file in UTF-8 with a byte order mark, cells
 * separated by semicolons: {@code fichier;destinataire;état;motif;accusé;message-id;horodatage;conseil}.
 */
@NullMarked
package fr.sceau.agent.batch;

import org.jspecify.annotations.NullMarked;
