/**
 * The directory of an installation: imports the national extractions, reads the operator's own mailboxes and certificates, and
 * answers LDAP.
 *
 * <p>{@code registry} parses files, {@code importing} makes versions of the country of them, {@code index} keeps these on disk,
 * {@code sources} holds the operator's own files, {@code entries} makes LDAP entries, {@code served} lays the operator's over the
 * country's, {@code search} evaluates filters, {@code ldap} answers, {@code publishing} tells the registry of the operator's
 * mailboxes, and {@link fr.sceau.directory.server.Main} runs all that. The
 * formats of the files are described in {@code registry}, that of the index in {@code index}.
 */
@NullMarked
package fr.sceau.directory.server;

import org.jspecify.annotations.NullMarked;
