/**
 * Makes a TEST public key infrastructure that looks like IGC-Santé: same hierarchy, names, extensions and lists of revoked
 * certificates, under keys that nobody else has. For tests and for the demonstration; never for real mail, and every
 * certificate says so (category extension in the TEST range).
 *
 * <p>Read {@link fr.sceau.testpki.TestPki} first. Shapes were taken from published IGC-Santé certificates; the encryption
 * certificate of a person is our assumption, since none has been published.
 */
@NullMarked
package fr.sceau.testpki;

import org.jspecify.annotations.NullMarked;
