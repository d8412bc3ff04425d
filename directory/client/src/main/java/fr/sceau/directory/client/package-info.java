/**
 * Asks the directory who a mailbox belongs to, which mailboxes a professional has, and to which certificates mail for
 * them may be encrypted.
 *
 * <p>Read {@link fr.sceau.directory.client.Directory} first; {@link fr.sceau.directory.client.LdapDirectory} is the one
 * implementation. The entries are those below {@code ou=boites,o=annuaire-sante}: one per mailbox. {@link
 * fr.sceau.directory.client.Adviser} tells who is about to write whether the mailbox is the right one and alive, by these and by
 * what became of earlier mail ({@code ou=remises}).
 */
@NullMarked
package fr.sceau.directory.client;

import org.jspecify.annotations.NullMarked;
