/**
 * Decides whether a certificate is issued by an authority we trust and was not revoked.
 *
 * <p>Owns the folder {@code trust/}: {@code anchors/*.cer}, {@code intermediates/*.cer} and {@code crl/*.crl}, each file
 * one certificate or CRL in DER or PEM, from the operator; and {@code fetched/}, from the network: {@code crl/*.crl}, named
 * by address, {@code ocsp/*.ocsp}, named by certificate, and {@code ca/*.cer}. Nothing here uses the network: {@code fr.sceau.smime.fetch} does.
 */
@NullMarked
package fr.sceau.smime.trust;

import org.jspecify.annotations.NullMarked;
