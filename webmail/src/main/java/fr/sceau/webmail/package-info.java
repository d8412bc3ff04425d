/**
 * The mail of one mailbox in a browser: read what arrived with its document type and verdict, write, answer.
 *
 * <p>Start with {@link fr.sceau.webmail.mailbox.Mailbox}, the only way to the stored mail, and
 * {@link fr.sceau.webmail.writing.Submission}, the only way out. The pages are in {@code webmail/ui}; they speak to the
 * controllers of the packages below and to nobody else. No private key is held or read here.
 */
@NullMarked
package fr.sceau.webmail;

import org.jspecify.annotations.NullMarked;
