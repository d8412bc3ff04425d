/** Tests of the package of the same name. */
@NullMarked
package fr.sceau.store.mail;

import org.jspecify.annotations.NullMarked;
