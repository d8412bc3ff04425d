/** Protects the IMAP listeners from clients that announce more than they may send, and clients from news that James drops. */
@NullMarked
package fr.sceau.server.imap;

import org.jspecify.annotations.NullMarked;
