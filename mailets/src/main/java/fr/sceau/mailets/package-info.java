/**
 * Thin adapters between Apache James and Sceau's cores: hooks that accept or refuse at SMTP time, and mailets that open,
 * verify, label, sign, seal and deliver. A mailet advises by attributes; nothing here decides what a signature is worth
 * (that is {@code fr.sceau.smime}) or what a document is ({@code fr.sceau.documents}).
 *
 * <p>The assembled server binds {@link fr.sceau.mailets.config.MailetsConfiguration}, {@link java.time.Clock}, {@code
 * Directory}, {@link fr.sceau.mailets.accounts.Accounts} and {@link fr.sceau.mailets.submission.SubmissionLedger}; all
 * else here is built by constructor injection.
 */
@NullMarked
package fr.sceau.mailets;

import org.jspecify.annotations.NullMarked;
