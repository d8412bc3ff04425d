/** The way out: into a local mailbox, or to a listed operator over mutual TLS. */
@NullMarked
package fr.sceau.mailets.delivery;

import org.jspecify.annotations.NullMarked;
