/** Protects the IMAP listeners from clients that announce more than they may send. */
@NullMarked
package fr.sceau.server.imap;

import org.jspecify.annotations.NullMarked;
