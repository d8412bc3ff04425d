/** S/MIME beside OpenSSL: whole messages by {@code smime} and by OpenSSL's library, in memory, on one core. */
@NullMarked
package fr.sceau.bench.crypto;

import org.jspecify.annotations.NullMarked;
