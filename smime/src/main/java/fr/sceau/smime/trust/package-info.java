/**
 * Decides whether a certificate is issued by an authority we trust and was not revoked.
 *
 * <p>Owns the folder {@code trust/}: {@code anchors/*.cer}, {@code intermediates/*.cer} and {@code crl/*.crl}, each file
 * one certificate or CRL in DER or PEM. Nothing here uses the network.
 */
@NullMarked
package fr.sceau.smime.trust;

import org.jspecify.annotations.NullMarked;
