/** Private keys and where they are held: PKCS#12 files and PKCS#11 tokens. Nothing here shows a key or a PIN. */
@NullMarked
package fr.sceau.smime.keys;

import org.jspecify.annotations.NullMarked;
