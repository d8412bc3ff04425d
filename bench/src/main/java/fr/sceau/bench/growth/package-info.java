/** What each operation costs when a box, or the number of boxes, grows. */
@NullMarked
package fr.sceau.bench.growth;

import org.jspecify.annotations.NullMarked;
