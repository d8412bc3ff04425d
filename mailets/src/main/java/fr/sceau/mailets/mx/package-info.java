/** Port 25: mail from other operators of the trust space, proven by their TLS client certificate. */
@NullMarked
package fr.sceau.mailets.mx;

import org.jspecify.annotations.NullMarked;
