/**
 * The mail server's doors to the store: the factory that gives each session its mappers, and James' managers of mailboxes
 * and messages where ours do more than James'.
 */
@NullMarked
package fr.sceau.store.server;

import org.jspecify.annotations.NullMarked;
