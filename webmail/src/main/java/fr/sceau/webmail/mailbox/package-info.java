/** The stored mail of one mailbox, over IMAP. Everything that knows IMAP is here, behind one class. */
@NullMarked
package fr.sceau.webmail.mailbox;

import org.jspecify.annotations.NullMarked;
