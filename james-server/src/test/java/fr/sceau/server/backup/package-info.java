/** Backups written, damaged and restored, with a real PostgreSQL. */
@NullMarked
package fr.sceau.server.backup;

import org.jspecify.annotations.NullMarked;
