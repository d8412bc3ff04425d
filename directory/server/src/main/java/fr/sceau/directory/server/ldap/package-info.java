/**
 * The LDAP side: anybody may read, nobody may write, and no answer holds more than a hundred entries, or a thousand in pages, so that the
 * directory cannot be copied by one question. Programs of this machine ask in clear; others under TLS, each address at a limited rate.
 * Neither filters nor names are logged.
 */
@NullMarked
package fr.sceau.directory.server.ldap;

import org.jspecify.annotations.NullMarked;
