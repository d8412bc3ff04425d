/**
 * Reads the files that the directory is made of. All are UTF-8 with a header line; columns are found by their name
 * (accents, case and punctuation do not count), never by position.
 *
 * <ul>
 *   <li>{@code PS_LibreAcces_Personne_activite_AAAAMMJJhhmm.txt}: {@code |} separated, nothing quoted, an optional {@code
 *       |} at the end of each line; one line per professional, profession, skill and place of work.
 *   <li>{@code Extraction_Correspondance_MSSante_AAAAMMJJhhmm.txt}: the same form; one line per mailbox and structure.
 *   <li>{@code mailboxes.tsv}: tab separated; {@code address type idnat structure family given label profession smime},
 *       and if wanted {@code formats} (what it takes: CDA HL7 HPRIM PDF XDM), {@code maxsize} (octets), {@code redlist} (yes),
 *       {@code rank} (1: the preferred one of its holder), {@code service} and {@code responsible} (words); one line per
 *       mailbox of the operator and structure.
 *   <li>{@code remises.tsv}: tab separated; {@code address success failure code closed failing formats}; one line per
 *       address that we sent mail to, as {@link fr.sceau.directory.server.registry.PastDeliveries}.
 * </ul>
 *
 * <p>A line that cannot be understood goes to {@link fr.sceau.directory.server.registry.Quarantine} with its number and
 * a reason, never with its content; a file that cannot be trusted as a whole is {@link
 * fr.sceau.directory.server.registry.RefusedFileException refused}.
 */
@NullMarked
package fr.sceau.directory.server.registry;

import org.jspecify.annotations.NullMarked;
