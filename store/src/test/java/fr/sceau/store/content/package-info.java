/** Tests of the octets of messages. */
@NullMarked
package fr.sceau.store.content;

import org.jspecify.annotations.NullMarked;
