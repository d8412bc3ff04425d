/**
 * 250 means kept, and a reader sees each mail once: mail is accepted and read while parts of the system are killed, the
 * disk is full or the clock goes back. {@link fr.sceau.system.faults.Campaign} strikes and counts; {@link
 * fr.sceau.system.faults.Ledger} holds what the server promised and what readers saw.
 */
@NullMarked
package fr.sceau.system.faults;

import org.jspecify.annotations.NullMarked;
