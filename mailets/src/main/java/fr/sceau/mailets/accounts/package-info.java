/** What the mail flow needs to know of our own mailboxes and of who may use them; answered by the server's database. */
@NullMarked
package fr.sceau.mailets.accounts;

import org.jspecify.annotations.NullMarked;
