/**
 * Which certificates may be served for which mailbox: what the authorities of {@code trust/} make of them ({@link
 * fr.sceau.directory.server.certificates.Judge}, which asks {@code fr.sceau.smime}), and whose they are.
 *
 * <p>Owns the format of a {@link fr.sceau.directory.server.certificates.Binding}, one file each: lines {@code word: value}, then the
 * certificate in PEM, so that the file itself can be given wherever a certificate is asked for.
 */
@NullMarked
package fr.sceau.directory.server.certificates;

import org.jspecify.annotations.NullMarked;
