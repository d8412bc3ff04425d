/**
 * What anybody on the network may send us, changed by a fuzzer until something gives: {@code ./sceau prove fuzz}. Each {@link
 * fr.sceau.smime.fuzz.Target} says what has to hold of any octets. A world (authorities, keys, honest mail) is a folder that
 * {@link fr.sceau.smime.FuzzSeeds} writes:
 *
 * <pre>
 * world/trust/          anchors, intermediates, crl, as an installation has them
 * world/keys.p12        private keys of recipients and of one signer
 * world/mailboxes.tsv   address, then who holds it
 * world/honest/*.eml    what honest senders wrote: whatever is trusted must be one of these
 * world/forged/*.eml    what others wrote; some of it sealed
 * world/revocation/     authority.cer, holder.cer; *.crl and *.ocsp that the authority signed
 * seeds/TARGET/         first inputs
 * </pre>
 */
@NullMarked
package fr.sceau.smime.fuzz;

import org.jspecify.annotations.NullMarked;
