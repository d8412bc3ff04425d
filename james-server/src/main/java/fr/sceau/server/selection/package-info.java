/**
 * What an IMAP session has selected: opening it, with or without QRESYNC, what the client has been told of it, IDLE, and
 * the commands whose answers depend on that. A view is computed from the change rows of the store; events only wake IDLE.
 */
@NullMarked
package fr.sceau.server.selection;

import org.jspecify.annotations.NullMarked;
