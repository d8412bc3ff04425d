/** From the first MAIL FROM until every message can be read by IMAP. */
@NullMarked
package fr.sceau.bench.delivery;

import org.jspecify.annotations.NullMarked;
