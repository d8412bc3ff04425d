/** Opens and verifies with what this server knows: its keys, the directory, the cached revocation lists. */
@NullMarked
package fr.sceau.mailets.verify;

import org.jspecify.annotations.NullMarked;
