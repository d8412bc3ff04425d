/**
 * Writing, sealing and handing over one message, and reading the receipts that come back.
 *
 * <p>A result travels as a base64 attachment, so it arrives byte for byte. The message is signed with the laboratory's own
 * key and, when the directory says that the recipient declared it, encrypted. It leaves by the operator's submission
 * service over TLS whose certificate is checked.
 */
@NullMarked
package fr.sceau.agent.mail;

import org.jspecify.annotations.NullMarked;
