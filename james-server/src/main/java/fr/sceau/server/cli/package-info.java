/**
 * Commands of the operator that read or write an installation: mailboxes and logins, parked mail.
 *
 * <p>{@code mailbox import} reads a UTF-8 file, tab separated, with the header line {@code address type custody label
 * structure login password delegates} in any order; other columns are ignored. {@code type} empty makes a login without a
 * mailbox; {@code delegates} holds addresses separated by commas.
 */
@NullMarked
package fr.sceau.server.cli;

import org.jspecify.annotations.NullMarked;
