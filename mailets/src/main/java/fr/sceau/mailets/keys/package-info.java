/**
 * The keys that the operator holds for mailboxes and organisations; owns the use of {@code keys/*.p12}
 * and of the token.
 */
@NullMarked
package fr.sceau.mailets.keys;

import org.jspecify.annotations.NullMarked;
