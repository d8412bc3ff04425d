/** What readers ask: all bodies of a box, and a window of a long list. */
@NullMarked
package fr.sceau.bench.reading;

import org.jspecify.annotations.NullMarked;
