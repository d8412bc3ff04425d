/**
 * Mailboxes and what belongs to them but the messages: names, rights (RFC 4314), annotations (RFC 5464), subscriptions,
 * and the counters from which UIDs and modseqs are drawn. {@link fr.sceau.store.mailbox.JdbcMailboxMapper} is the one to
 * read first.
 */
@NullMarked
package fr.sceau.store.mailbox;

import org.jspecify.annotations.NullMarked;
