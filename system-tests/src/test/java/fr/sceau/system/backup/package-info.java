/** What goes on in an installation while it is backed up, and what a mailbox holds as its clients see it. */
@NullMarked
package fr.sceau.system.backup;

import org.jspecify.annotations.NullMarked;
