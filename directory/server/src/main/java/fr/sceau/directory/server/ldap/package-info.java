/**
 * The LDAP side: anybody may read, nobody may write, and no answer holds more than a hundred entries, so that the
 * directory cannot be copied by one question. Neither filters nor names are logged.
 */
@NullMarked
package fr.sceau.directory.server.ldap;

import org.jspecify.annotations.NullMarked;
