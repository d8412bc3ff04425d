/** Test messages, good and bad, and what arrived. */
@NullMarked
package fr.sceau.system.mail;

import org.jspecify.annotations.NullMarked;
