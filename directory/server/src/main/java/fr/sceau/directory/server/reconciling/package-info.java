/**
 * Compares the operator's own mailboxes with what the registry publishes of them, so that a publication that went wrong, or that
 * nobody asked for, is seen. It changes nothing.
 */
@NullMarked
package fr.sceau.directory.server.reconciling;

import org.jspecify.annotations.NullMarked;
