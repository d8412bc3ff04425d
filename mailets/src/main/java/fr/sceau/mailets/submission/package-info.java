/** What a message handed in by a login must satisfy before it is accepted, and the memory of what was accepted. */
@NullMarked
package fr.sceau.mailets.submission;

import org.jspecify.annotations.NullMarked;
