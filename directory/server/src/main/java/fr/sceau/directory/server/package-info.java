/**
 * The directory of an installation: reads the national extractions and the operator's own mailboxes from files, and
 * answers LDAP.
 *
 * <p>The files are the store. {@code registry} parses them, {@code sources} watches them and keeps the last good
 * content of each, {@code entries} makes LDAP entries, {@code search} answers over an immutable {@link
 * fr.sceau.directory.server.search.Snapshot}, and {@link fr.sceau.directory.server.Main} runs all that. The formats of
 * the files are described in {@code registry}.
 */
@NullMarked
package fr.sceau.directory.server;

import org.jspecify.annotations.NullMarked;
