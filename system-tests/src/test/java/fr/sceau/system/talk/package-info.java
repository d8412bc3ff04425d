/** SMTP and IMAP spoken line by line over real sockets, so that a test sees what a client sees and can be rude. */
@NullMarked
package fr.sceau.system.talk;

import org.jspecify.annotations.NullMarked;
