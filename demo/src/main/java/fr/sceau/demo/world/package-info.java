/**
 * The invented world: who is in it, their keys, and the files an installation reads. All names are invented; RPPS numbers
 * start with 99700, the range of tests.
 *
 * <p>Read {@link fr.sceau.demo.world.WorldBuilder} first. Files that this package owns, in the folder {@code demo/} of an
 * installation, UTF-8, tab separated, one header line, readable by their owner only:
 *
 * <ul>
 *   <li>{@code accounts.tsv}: what {@code mailbox import} creates, one line per account. Columns {@code address} (login and,
 *       unless {@code type} is empty, mailbox), {@code type} (PER, ORG, APP, CAB, or empty for somebody who only opens boxes
 *       of others), {@code custody} (OPERATOR, OWNER, or empty), {@code label}, {@code structure} (1+FINESS or 3+SIRET),
 *       {@code idnat} (8+RPPS or empty), {@code login} (empty when nobody logs in under this very address), {@code password}
 *       (empty with an empty login), {@code delegates} (addresses that may open and write for this box, comma separated).
 *   <li>{@code logins.tsv}: what people type. Columns {@code login}, {@code password}, {@code name}, {@code mailbox}.
 *   <li>{@code pki/}: authorities, so that revocation lists can be renewed.
 *   <li>{@code *.p12}: keys that the operator does not hold (password {@code keys.password}).
 *   <li>{@code created}: written last; the world is complete.
 * </ul>
 */
@NullMarked
package fr.sceau.demo.world;

import org.jspecify.annotations.NullMarked;
