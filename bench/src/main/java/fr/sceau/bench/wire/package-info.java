/** Just enough of SMTP and IMAP to load a server and to cost the client next to nothing. */
@NullMarked
package fr.sceau.bench.wire;

import org.jspecify.annotations.NullMarked;
