/**
 * Makes LDAP entries of what the files say. Below {@code o=annuaire-sante}: {@code ou=professionnels} (one entry per
 * {@code IdNat_PS}, one child per place of work), {@code ou=structures}, {@code ou=boites} (one entry per mailbox: what
 * mail clients search), {@code ou=remises} (one entry per address that we sent mail to) and {@code cn=sync} (which files are served). The attributes of our own are described in {@code
 * sceau-schema.ldif}.
 */
@NullMarked
package fr.sceau.directory.server.entries;

import org.jspecify.annotations.NullMarked;
