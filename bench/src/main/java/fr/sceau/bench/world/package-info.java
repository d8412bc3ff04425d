/** The mailboxes, keys and passwords of a bench, added to a demonstration's world and given to the peers as PEM files. */
@NullMarked
package fr.sceau.bench.world;

import org.jspecify.annotations.NullMarked;
