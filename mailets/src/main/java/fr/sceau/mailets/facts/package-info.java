/** What was found out about a message, carried from hook to mailet as attributes. */
@NullMarked
package fr.sceau.mailets.facts;

import org.jspecify.annotations.NullMarked;
