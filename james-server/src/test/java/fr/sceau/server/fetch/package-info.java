/** Tests of FETCH. */
@NullMarked
package fr.sceau.server.fetch;

import org.jspecify.annotations.NullMarked;
