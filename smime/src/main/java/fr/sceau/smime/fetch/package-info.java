/**
 * Gets revocation lists and answers from the network, in the background, for {@code fr.sceau.smime.trust} to check, keep and
 * read. Start at {@link fr.sceau.smime.fetch.RevocationUpdater}.
 *
 * <p>The only code of this module that uses the network. It asks the hosts that the operator named and no others, follows no
 * redirect, and never makes anybody wait.
 */
@NullMarked
package fr.sceau.smime.fetch;

import org.jspecify.annotations.NullMarked;
