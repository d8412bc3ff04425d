/** TLS of the server's own listeners: one key, one list of trusted roots, TLS 1.2 and 1.3. */
@NullMarked
package fr.sceau.server.tls;

import org.jspecify.annotations.NullMarked;
